import { loadConfig } from '../config.ts';
import { runCommand } from './run-command.ts';
import { replayCommand } from './replay-command.ts';

process.exitCode = await runCommand(replayCommand, process.argv.slice(2), {
  config: loadConfig,
  stdin: process.stdin,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
