import { constants } from 'node:os';
import { loadConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { startService } from './service.ts';

/** Where npm passes signals on, one that a terminal sends to both of us comes twice: that is one wish. */
const SAME_WISH_MS = 1_000;

try {
  const config = loadConfig();
  const logger = createLogger({ level: config.logLevel });
  const service = await startService(config, { logger });
  logger.info({ url: service.url }, 'service started');

  await nextSignal();
  const stoppedAt = performance.now();
  logger.info('stopping');
  void nextSignal(stoppedAt + SAME_WISH_MS).then((signal) => {
    logger.warn({ signal }, 'ended at once by a second signal');
    process.exit(128 + constants.signals[signal]);
  });
  await service.stop();
  logger.info({ ms: Math.round(performance.now() - stoppedAt) }, 'stopped');
  // What did not end in time must not keep the process.
  process.exit(0);
} catch (error) {
  // What is wrong at start is for a person to read, not for a log.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** The next wish of an operator or a supervisor that this process ends; one before the time is nothing new. */
function nextSignal(notBefore = 0): Promise<'SIGINT' | 'SIGTERM'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (performance.now() >= notBefore) resolve(signal);
      });
    }
  });
}
