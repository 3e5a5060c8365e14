import { loadConfig } from '../config.ts';
import { runCommand } from './run-command.ts';
import { tenantCommand } from './tenant-command.ts';

process.exitCode = await runCommand(tenantCommand, process.argv.slice(2), {
  config: loadConfig,
  stdin: process.stdin,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
