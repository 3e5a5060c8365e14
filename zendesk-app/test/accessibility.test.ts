import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIELD_PATH, hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, HostSetup } from './support/open-app.ts';
import { minutesAgo, newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let axe: string;

beforeAll(async () => {
  const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  [opener, signer, axe] = await Promise.all([
    startAppOpener(),
    newSigner(),
    readFile(axeFile, 'utf8'),
  ]);
});
afterAll(() => opener.close());

const at = minutesAgo(3);
const silent = (reason: 'agent_has_replied' | 'ticket_solved') =>
  ({ action: 'stayed_silent', reason, at }) as const;

const conditions: Record<string, () => Promise<HostSetup>> = {
  answered: async () => hostSetup(signer, await signed(signer)),
  'waiting for an agent': async () =>
    hostSetup(
      signer,
      await signed(signer, { mode: 'handoff', handoff: { reason: 'sensitive_topic', at } }),
    ),
  'taken over': async () =>
    hostSetup(signer, await signed(signer, { mode: 'agent', last: silent('agent_has_replied') })),
  paused: async () => hostSetup(signer, await signed(signer, { mode: 'paused' })),
  ended: async () =>
    hostSetup(signer, await signed(signer, { mode: 'ended', last: silent('ticket_solved') })),
  absent: async () => hostSetup(signer, null),
  changed: async () => hostSetup(signer, await signed(await newSigner())),
  'not configured': async () => ({ ...hostSetup(signer, ''), settings: {} }),
  failed: async () => {
    const setup = hostSetup(signer, undefined);
    return { ...setup, values: { ...setup.values, [FIELD_PATH]: undefined }, responses: {} };
  },
};

test.each(Object.keys(conditions))(
  '%s has no accessibility violation, light or dark',
  async (name) => {
    const { page, app, inHost } = await opener.open(await conditions[name]!());
    await app.getByRole('heading', { level: 1 }).waitFor();
    const frame = page.frames()[1]!;
    await frame.evaluate(axe);

    const light = await frame.evaluate<AxeResults>('axe.run(document)');
    await inHost((host) => host.emit('colorScheme.changed', 'dark'));
    await app.locator('html[style*="dark"]').waitFor();
    // Buttons fade from one colour to the other.
    await frame.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished)).then(() => null),
    );
    const dark = await frame.evaluate<AxeResults>('axe.run(document)');

    expect([...violations(light), ...violations(dark)]).toEqual([]);
    // Contrast is what differs between the two: both must have been measured.
    expect([light, dark].map((results) => results.passes.map(({ id }) => id))).toEqual([
      expect.arrayContaining(['color-contrast']),
      expect.arrayContaining(['color-contrast']),
    ]);
    await page.context().close();
  },
);

const violations = (results: AxeResults) =>
  results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
