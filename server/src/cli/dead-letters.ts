import { loadConfig } from '../config.ts';
import { deadLettersCommand } from './dead-letters-command.ts';
import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(deadLettersCommand, process.argv.slice(2), {
  config: loadConfig,
  stdin: process.stdin,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
