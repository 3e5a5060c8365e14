import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIELD_PATH, hostSetup, startAppOpener } from './support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from './support/open-app.ts';
import { startSidebarServer } from './support/sidebar-server.ts';
import type { SidebarServer } from './support/sidebar-server.ts';
import { minutesAgo, newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let server: SidebarServer;
let axe: string;

beforeAll(async () => {
  const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  [opener, signer, server, axe] = await Promise.all([
    startAppOpener(),
    newSigner(),
    startSidebarServer(),
    readFile(axeFile, 'utf8'),
  ]);
  server.draft = { found: true, text: 'Hello Alice', confidence: 0.8, language: 'en', sources: [] };
});
afterAll(async () => {
  await opener.close();
  await server.close();
});

const at = minutesAgo(3);
const silent = (reason: 'agent_has_replied' | 'ticket_solved') =>
  ({ action: 'stayed_silent', reason, at }) as const;

interface Condition {
  setup: HostSetup;
  /** What the agent does before the measuring. */
  act?: (app: FrameLocator) => Promise<void>;
}

/** A ticket in this state. */
const ticket = async (overrides: Partial<ConversationState> = {}): Promise<HostSetup> => {
  const setup = hostSetup(signer, await signed(signer, overrides));
  setup.settings['backend_url'] = server.url;
  return setup;
};

const clicked =
  (button: string, shown: string): NonNullable<Condition['act']> =>
  async (app) => {
    await app.getByRole('button', { name: button, exact: true }).click();
    await app.getByText(shown).first().waitFor();
  };

const conditions: Record<string, () => Promise<Condition>> = {
  answered: async () => ({ setup: await ticket() }),
  'waiting for an agent': async () => ({
    setup: await ticket({ mode: 'handoff', handoff: { reason: 'sensitive_topic', at } }),
  }),
  'taken over': async () => ({
    setup: await ticket({ mode: 'agent', last: silent('agent_has_replied') }),
  }),
  paused: async () => ({ setup: await ticket({ mode: 'paused' }) }),
  ended: async () => ({ setup: await ticket({ mode: 'ended', last: silent('ticket_solved') }) }),
  absent: async () => ({ setup: hostSetup(signer, null) }),
  changed: async () => ({ setup: hostSetup(signer, await signed(await newSigner())) }),
  'not configured': async () => ({ setup: { ...hostSetup(signer, ''), settings: {} } }),
  failed: async () => {
    const setup = hostSetup(signer, undefined);
    return {
      setup: { ...setup, values: { ...setup.values, [FIELD_PATH]: undefined }, responses: {} },
    };
  },
  'a draft': async () => ({
    setup: await ticket(),
    act: clicked('Draft an answer', 'Insert into reply'),
  }),
  'a server that is down': async () => {
    const setup = await ticket();
    setup.settings['backend_url'] = 'http://127.0.0.1:9';
    return { setup, act: clicked('Draft an answer', 'does not answer') };
  },
  'a control that was refused': async () => ({
    setup: await ticket(),
    act: clicked('Pause the assistant', 'Not saved'),
  }),
  'a rating of wrong': async () => ({ setup: await ticket(), act: clicked('Wrong', 'Wrong tone') }),
  'an admin’s view of a field that shows': async () => {
    const setup = await ticket();
    Object.assign(setup.responses, {
      'GET /api/v2/users/me.json': { status: 200, body: { user: { role: 'admin' } } },
      'GET /api/v2/ticket_fields/4711.json': {
        status: 200,
        body: { ticket_field: { visible_in_portal: true } },
      },
    });
    return { setup, act: (app) => app.getByText('can be seen').waitFor() };
  },
  'a right-to-left page': async () => {
    const setup = await ticket();
    setup.values['currentUser.locale'] = 'ar';
    return { setup };
  },
};

test.each(Object.keys(conditions))(
  '%s has no accessibility violation, light or dark',
  async (name) => {
    const { setup, act } = await conditions[name]!();
    const opened = await opener.open(setup);
    await opened.app.getByRole('heading', { level: 1 }).waitFor();
    await act?.(opened.app);

    const { light, dark } = await measured(opened);

    expect([...violations(light), ...violations(dark)]).toEqual([]);
    // Contrast is what differs between the two: both must have been measured.
    expect([light, dark].map((results) => results.passes.map(({ id }) => id))).toEqual([
      expect.arrayContaining(['color-contrast']),
      expect.arrayContaining(['color-contrast']),
    ]);
    await opened.page.context().close();
  },
);

async function measured({ page, app, inHost }: OpenApp) {
  const frame = page.frames().find((each) => each.url().includes('/app/'))!;
  await frame.evaluate(axe);
  // Skeletons and buttons fade.
  const still = () =>
    frame.evaluate(() =>
      Promise.all(document.getAnimations().map((animation) => animation.finished)).then(() => null),
    );
  await still();
  const light = await frame.evaluate<AxeResults>('axe.run(document)');
  await inHost((host) => host.emit('colorScheme.changed', 'dark'));
  await app.locator('html[style*="dark"]').waitFor();
  await still();
  const dark = await frame.evaluate<AxeResults>('axe.run(document)');
  return { light, dark };
}

const violations = (results: AxeResults) =>
  results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
