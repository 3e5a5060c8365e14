import { loadConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { startService } from './service.ts';

try {
  const config = loadConfig();
  const logger = createLogger({ level: config.logLevel });
  const service = await startService(config, { logger });
  logger.info({ url: service.url }, 'service started');

  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  logger.info('stopping');
  await service.stop();
} catch (error) {
  // What is wrong at start is for a person to read, not for a log.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
