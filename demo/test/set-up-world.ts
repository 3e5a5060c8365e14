import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { onTestFinished } from 'vitest';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import { runCommand } from '@smart-assistant/server/cli/run-command.ts';
import type { CommandIo } from '@smart-assistant/server/cli/run-command.ts';
import { setupCommand } from '@smart-assistant/server/cli/setup-command.ts';
import { tenantCommand } from '@smart-assistant/server/cli/tenant-command.ts';
import { parseConfig } from '@smart-assistant/server/config.ts';
import { createLogger } from '@smart-assistant/server/logger.ts';
import { startService } from '@smart-assistant/server/service.ts';

/** An account nobody has set up, a server that knows nobody, and the command line beside it. */
export async function startUnsetWorld(seed: 'shop' | 'empty' = 'shop') {
  const sandbox = await startSandbox({ accounts: [{ subdomain: 'acme', seed, port: 0 }] });
  onTestFinished(() => sandbox.stop());
  const folder = await mkdtemp(join(tmpdir(), 'set-up-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const account = sandbox.account('acme');
  const environment: Record<string, string> = {
    MASTER_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: join(folder, 'assistant.db'),
    PORT: '0',
    WORKERS: '0',
    DEBOUNCE_MS: '0',
  };
  const clock = { passedMs: 0 };
  const service = await startService(parseConfig(environment), {
    logger: createLogger({ level: 'silent' }),
    now: () => Date.now() + clock.passedMs,
  });
  onTestFinished(() => service.stop());
  environment['PUBLIC_URL'] = service.url;

  async function run(program: (io: CommandIo) => Command, args: string[], stdin = '') {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(program, args, {
      config: () => parseConfig(environment),
      stdin: Readable.from([stdin]),
      print: (text) => out.push(text),
      printError: (text) => err.push(text),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  const { clientId, clientSecret } = account.credentials;
  return {
    account,
    service,
    tenant: (args: string[]) => run(tenantCommand, args),
    setup: (args: string[], stdin?: string) =>
      run(setupCommand, ['--tenant', 'acme', ...args], stdin),
    /** The same with nothing said about the shop. */
    setupWith: (args: string[]) => run(setupCommand, args),
    /** Adds the shop with what its admin knows on the first day. */
    addShop: () =>
      run(tenantCommand, [
        ...['add', 'acme', '--zendesk-url', account.url, '--answer-mode', 'reply'],
        ...['--oauth-client-id', clientId, '--oauth-client-secret', clientSecret],
      ]),
    /** Lets time pass for the server. */
    pass: (ms: number) => (clock.passedMs += ms),
    async settle() {
      do {
        await sandbox.settle();
      } while ((await service.runDue()) > 0);
    },
    /** The public comments of a fresh ticket of alice's, once everything has come to its end. */
    async aliceAsks(text: string): Promise<string[]> {
      const ticket = account.createTicket({ by: 'alice', subject: 'A question', text });
      await this.settle();
      return account
        .comments(ticket['id'])
        .filter((comment) => comment['public'])
        .map((comment) => comment['body'] as string);
    },
  };
}
