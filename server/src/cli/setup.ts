import { loadConfig } from '../config.ts';
import { runCommand } from './run-command.ts';
import { setupCommand } from './setup-command.ts';

process.exitCode = await runCommand(setupCommand, process.argv.slice(2), {
  config: loadConfig,
  stdin: process.stdin,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
