import type { ConversationState, StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  AGENT_ID,
  TICKET_URL,
  hostSetup,
  savedTicket,
  startAppOpener,
} from './support/open-app.ts';
import type { AppOpener, OpenApp } from './support/open-app.ts';
import { newSigner, signed } from './support/states.ts';

let opener: AppOpener;
let signer: StateSigner;
let opened: OpenApp;

const TICKET = '/api/v2/tickets/35436.json';
const TAGS = '/api/v2/tickets/35436/tags.json';
const AUDITS = `GET /api/v2/tickets/35436/audits.json?sort=-created_at&page[size]=100`;
const BOB = 901;
const CAROL = 902;

beforeAll(async () => {
  [opener, signer] = await Promise.all([startAppOpener(), newSigner()]);
});
afterEach(() => opened.page.context().close());
afterAll(() => opener.close());

interface Ticket {
  state?: Partial<ConversationState>;
  tags?: string[];
  /** Whose the ticket is each time it is read anew; the last one stays. */
  assignees?: (number | null)[];
  tagsAfter?: string[];
  assign?: number;
}

/** A ticket of bob's, as this agent sees it. */
async function openTicket({
  state = {},
  tags = [],
  assignees = [BOB, AGENT_ID],
  tagsAfter = ['assistant_takeover'],
  assign = 200,
}: Ticket = {}): Promise<OpenApp> {
  const value = await signed(signer, state);
  const setup = hostSetup(signer, value);
  setup.values['ticket.tags'] = tags;
  setup.values['ticket.assignee.user.id'] = BOB;
  setup.responses[TICKET_URL] = assignees.map((id) => savedTicket(value, tagsAfter, id));
  for (const type of ['PUT', 'DELETE']) setup.responses[`${type} ${TAGS}`] = { status: 200 };
  setup.responses[`PUT ${TICKET}`] = { status: assign, body: {} };
  opened = await opener.open(setup);
  return opened;
}

const writes = async () =>
  (await opened.inHost((host) => host.log)).filter((call) => /^(PUT|DELETE)/.test(call));
const button = (name: string) => opened.app.getByRole('button', { name });

describe('taking over', () => {
  test('silences the assistant first, then makes the ticket the agent’s, guarded against a collision', async () => {
    const { app } = await openTicket();

    await button('Take over').click();
    await app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
    await button('Undo takeover').waitFor();
    await app.getByText('Verified').waitFor();

    const update = {
      ticket: {
        assignee_id: AGENT_ID,
        safe_update: true,
        updated_stamp: '2026-11-24T12:00:00Z',
      },
    };
    expect(await writes()).toEqual([
      `PUT ${TAGS} {"tags":["assistant_takeover"]}`,
      `PUT ${TICKET} ${JSON.stringify(update)}`,
    ]);
    expect(await app.locator(':focus').innerText()).toBe('Hand back to the assistant');
  });

  test('of a ticket that is the agent’s already changes the tag only', async () => {
    await openTicket({ assignees: [AGENT_ID] });

    await button('Take over').click();
    await button('Undo takeover').waitFor();
    await opened.app.getByText('Verified').waitFor();

    expect(await writes()).toEqual([`PUT ${TAGS} {"tags":["assistant_takeover"]}`]);
  });

  test('does not take the ticket out of another agent’s hands', async () => {
    const { app } = await openTicket({ assignees: [CAROL] });

    await button('Take over').click();
    await app.getByRole('alert').getByText('somebody else has taken').waitFor();

    expect(await writes()).toEqual([`PUT ${TAGS} {"tags":["assistant_takeover"]}`]);
    await app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
  });

  test.each([
    [409, 'somebody else has taken'],
    [422, 'Zendesk did not assign the ticket to you'],
    [403, 'Zendesk did not assign the ticket to you'],
  ])(
    'that ends with %i at the second step says what was done and what was not',
    async (assign, words) => {
      const { app } = await openTicket({ assign, assignees: [BOB] });

      await button('Take over').click();

      await app.getByRole('alert').getByText(words).waitFor();
      await app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
    },
  );

  test('replaces a handback that nobody has acted on yet', async () => {
    await openTicket({ state: { mode: 'handoff' }, tags: ['assistant_handback'] });

    await button('Take over').click();
    await opened.app.getByText('Verified').waitFor();

    expect((await writes()).slice(0, 2)).toEqual([
      `PUT ${TAGS} {"tags":["assistant_takeover"]}`,
      `DELETE ${TAGS} {"tags":["assistant_handback"]}`,
    ]);
  });
});

test('a ticket the assistant has not seen can be taken over, and it will not start on it', async () => {
  const setup = hostSetup(signer, null);
  setup.responses[TICKET_URL] = [
    savedTicket(null),
    savedTicket(null, ['assistant_takeover'], AGENT_ID),
  ];
  setup.responses[`PUT ${TAGS}`] = { status: 200 };
  opened = await opener.open(setup);

  await button('Take over').click();

  await opened.app.getByRole('heading', { name: 'An agent has taken over' }).waitFor();
  await button('Hand back to the assistant').waitFor();
  expect(await opened.app.getByText('It starts with the next public comment').count()).toBe(0);
});

test('a takeover can be undone: the ticket is bob’s again', async () => {
  const { app, inHost } = await openTicket();
  await button('Take over').click();
  await app.getByText('Verified').waitFor();
  const value = await signed(signer);
  await inHost(
    (host, responses) => {
      host.log.length = 0;
      Object.assign(host.responses, responses);
    },
    {
      [TICKET_URL]: [savedTicket(value, [], AGENT_ID), savedTicket(value, [], BOB)],
      [AUDITS]: history(tookOver),
    },
  );

  await button('Undo takeover').click();
  await app.getByRole('heading', { name: 'The assistant answered' }).waitFor();
  await app.getByText('Verified').waitFor();

  expect(await writes()).toEqual([
    `DELETE ${TAGS} {"tags":["assistant_takeover"]}`,
    expect.stringContaining(`"assignee_id":${BOB}`),
  ]);
  expect(await app.locator(':focus').innerText()).toBe('Pause the assistant');
});

const tookOver = {
  id: 11,
  events: [
    { type: 'Change', field_name: 'tags', previous_value: [], value: ['assistant_takeover'] },
  ],
};
const history = (...audits: object[]) => ({ status: 200, body: { audits } });

test.each([
  ['Zendesk does not tell what happened since', { status: 500 }, 'Zendesk did not answer', true],
  ['it lies further back than can be seen', history(), 'the ticket has moved on', false],
] as const)(
  'a takeover is not undone in part when %s',
  async (_name, audits, words, canTryAgain) => {
    const { app, inHost } = await openTicket({ state: { mode: 'assistant' } });
    await button('Take over').click();
    await app.getByText('Verified').waitFor();
    await inHost((host, responses) => Object.assign(host.responses, responses), {
      [AUDITS]: audits,
    });

    await button('Undo takeover').click();
    await app.getByRole('alert').getByText(words).waitFor();
    await app.getByText('Verified').waitFor();

    expect(await app.locator(':focus').innerText()).toBe(
      canTryAgain ? 'Undo takeover' : 'Hand back to the assistant',
    );
    expect(await button('Undo takeover').count()).toBe(canTryAgain ? 1 : 0);
    expect((await writes()).filter((call) => call.includes('handback'))).toEqual([]);
  },
);

test('handing back ends the takeover, adding before removing, so that no moment is unguarded', async () => {
  const { app } = await openTicket({
    tags: ['vip', 'assistant_takeover'],
    tagsAfter: ['vip', 'assistant_handback'],
    state: { mode: 'agent' },
  });

  await button('Hand back to the assistant').click();
  await app.getByText('The assistant takes over with its next turn').first().waitFor();
  await button('Undo handback').waitFor();
  await app.getByText('Verified').waitFor();

  expect(await writes()).toEqual([
    `PUT ${TAGS} {"tags":["assistant_handback"]}`,
    `DELETE ${TAGS} {"tags":["assistant_takeover"]}`,
  ]);
});

describe('what a click will do', () => {
  const answerTags = (answer: { status: number | 'never' }) =>
    opened.inHost(
      (host, [call, value]) => {
        host.responses[call] = value;
      },
      [`PUT ${TAGS}`, answer] as [string, { status: number | 'never' }],
    );

  test('shows at once, as being saved', async () => {
    const { app } = await openTicket();
    await answerTags({ status: 'never' });

    await button('Pause the assistant').click();

    await app.getByRole('heading', { name: 'The assistant is paused' }).waitFor();
    await app.getByRole('status').getByText('Saving…').waitFor();
    expect(await button('Resume the assistant').getAttribute('aria-disabled')).toBe('true');
  });

  test('goes back when Zendesk refuses', async () => {
    const { app } = await openTicket({ tagsAfter: [] });
    await answerTags({ status: 429 });

    await button('Pause the assistant').click();

    await app.getByRole('alert').getByText('Zendesk has too much to do').waitFor();
    await app.getByRole('heading', { name: 'The assistant answered' }).waitFor();
  });

  test('stays when it is saved but the ticket cannot be read again', async () => {
    const { app, inHost } = await openTicket();
    await button('Pause the assistant').waitFor();
    await inHost((host, call) => {
      host.responses[call] = { status: 500 };
    }, TICKET_URL);

    await button('Pause the assistant').click();
    await app.getByText('Could not refresh').waitFor();

    await app.getByRole('heading', { name: 'The assistant is paused' }).waitFor();
  });

  test('is done once, however often the button is pressed', async () => {
    await openTicket({ tagsAfter: ['assistant_paused'] });
    await answerTags({ status: 'never' });

    await button('Pause the assistant').click();
    // A mouse does not care that the button says it is disabled.
    await button('Resume the assistant').click({ force: true });
    await button('Resume the assistant').click({ force: true });

    expect(await writes()).toEqual([`PUT ${TAGS} {"tags":["assistant_paused"]}`]);
  });

  test('is not another thing because a colleague’s click has just changed the button', async () => {
    const { app, inHost } = await openTicket({ tagsAfter: ['assistant_takeover'] });
    await button('Take over').waitFor();
    // The hand is on its way.
    await app.locator('body').evaluate((body) => {
      new MutationObserver(() => {
        const [first] = body.querySelectorAll<HTMLElement>('[role=group] button');
        if (first?.innerText.startsWith('Hand back')) first.click();
      }).observe(body, { subtree: true, childList: true, characterData: true });
    });

    await inHost((host) => host.emit('ticket.updated'));
    await button('Hand back to the assistant').waitFor();

    expect(await writes()).toEqual([]);
    await button('Hand back to the assistant').click();
    await expect.poll(writes).not.toEqual([]);
  });

  test('is refused in plain words when the agent is offline', async () => {
    const { app, page } = await openTicket();
    await answerTags({ status: 0 });
    await button('Pause the assistant').waitFor();
    await page.context().setOffline(true);

    await button('Pause the assistant').click();

    await app.getByRole('alert').getByText('Not saved: you are offline.').waitFor();
  });
});
