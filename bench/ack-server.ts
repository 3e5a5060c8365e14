/**
 * One server of the acknowledgement bench, in a process of its own: `ours` is the whole service, which
 * stores every invocation durably before it answers; `bare` verifies the signature and answers.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { parseConfig } from '../server/src/config.ts';
import { createLogger } from '../server/src/logger.ts';
import { startService } from '../server/src/service.ts';
import { BENCH_SECRET, BENCH_SLUG } from './signed-request.ts';

const [kind, databaseFile] = process.argv.slice(2);
const url = kind === 'ours' ? await startOurs(databaseFile!) : await startBare();

process.on('message', () => process.send!(process.cpuUsage()));
process.on('disconnect', () => process.exit());
process.send!({ url });

async function startOurs(file: string): Promise<string> {
  const config = parseConfig({
    MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    DATABASE_URL: file,
    PORT: '0',
    // Receives only: turns would call a Zendesk that is not there.
    WORKERS: '0',
  });
  const service = await startService(config, { logger: createLogger({ level: 'warn' }) });
  await service.tenants.save({
    slug: BENCH_SLUG,
    zendeskUrl: 'https://bench.zendesk.com',
    credentials: { kind: 'oauth', clientId: 'bench', clientSecret: 'bench' },
    signingSecrets: [BENCH_SECRET],
    stateFieldId: '1',
  });
  return service.url;
}

/** As little as an honest webhook receiver can do. */
async function startBare(): Promise<string> {
  const app = express();
  app.post('/zendesk_webhook/:slug', express.raw({ type: () => true }), (req, res) => {
    const timestamp = req.get('x-zendesk-webhook-signature-timestamp') ?? '';
    const signature = Buffer.from(req.get('x-zendesk-webhook-signature') ?? '');
    const expected = Buffer.from(
      createHmac('sha256', BENCH_SECRET)
        .update(timestamp)
        .update(req.body as Buffer)
        .digest('base64'),
    );
    const isRight = signature.length === expected.length && timingSafeEqual(signature, expected);
    res.status(isRight ? 200 : 401).json({ received: isRight });
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
