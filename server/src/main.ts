import { parseConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { startService } from './service.ts';

const config = configOrExit();
const logger = createLogger({ level: config.logLevel });
const service = await startService(config, { logger }).catch((error: unknown) => {
  exitWith(error);
});
logger.info({ url: service.url }, 'service started');

await new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});
logger.info('stopping');
await service.stop();

function configOrExit() {
  try {
    return parseConfig(process.env);
  } catch (error) {
    exitWith(error);
  }
}

/** What is wrong at start is for a person to read, not for a log. */
function exitWith(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
