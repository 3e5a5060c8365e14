import { sign } from '@smart-assistant/sandbox/delivery/sign.ts';
import { createZendeskClient } from '@smart-assistant/server/zendesk/client.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { startStack } from '../stack.ts';
import type { Stack, StackOptions } from '../stack.ts';
import { talkOn } from './talk.ts';

const QUESTION = 'How long does standard delivery take?';
const NEXT_QUESTION = 'How do I return an item?';

let stack: Stack;
let talk: ReturnType<typeof talkOn>;

async function given(options: StackOptions = {}): Promise<void> {
  stack = await startStack(options);
  talk = talkOn(stack);
}

afterEach(async () => {
  await stack.stop();
});

const says = async (by: string, ticketId: number, text: string) => {
  stack.account.comment(ticketId, { by, text });
  await stack.settle();
};

const tagsOf = (ticketId: number) => stack.account.ticket(ticketId)['tags'] as string[];

/** What an agent's click in the app does: more tags, fewer tags; no webhook tells of it. */
function retag(ticketId: number, { add = [], remove = [] }: { add?: string[]; remove?: string[] }) {
  const kept = tagsOf(ticketId).filter((tag) => !remove.includes(tag));
  stack.account.update(ticketId, { by: 'bob', tags: [...kept, ...add] });
}

const publicReplies = (ticketId: number) =>
  talk.repliesOf(ticketId).filter(({ public: isPublic }) => isPublic);
const lastReason = async (ticketId: number) => (await talk.turnLogOf(ticketId))[0]?.reason;

/** Another attempt of Zendesk's at a delivery whose answer it did not see, signed anew, and worked on. */
async function deliverAnew(body: string): Promise<void> {
  const { signingSecrets } = (await stack.service.tenants.get(stack.slug))!;
  const timestamp = new Date().toISOString();
  const response = await fetch(`${stack.service.url}/zendesk_webhook/${stack.slug}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature': sign(signingSecrets[0]!, timestamp, body),
      'x-zendesk-webhook-signature-timestamp': timestamp,
    },
    body,
  });
  expect(response.status).toBe(200);
  await stack.settle();
}

describe('an agent who takes the ticket', () => {
  test('silences the assistant before having replied, until the ticket is handed back', async () => {
    await given();
    const id = await talk.aliceAsks(QUESTION);

    retag(id, { add: ['assistant_takeover'] });
    await says('alice', id, NEXT_QUESTION);
    expect(publicReplies(id)).toHaveLength(1);
    expect(await talk.stateOf(id)).toMatchObject({
      state: { mode: 'agent', last: { reason: 'agent_took_over' } },
    });

    retag(id, { add: ['assistant_handback'] });
    await says('alice', id, NEXT_QUESTION);

    expect(publicReplies(id)).toHaveLength(2);
    expect(tagsOf(id)).not.toContain('assistant_takeover');
    expect(tagsOf(id)).not.toContain('assistant_handback');
  });

  test('is past when the ticket was handed back, whatever else changes after that', async () => {
    await given();
    const id = await talk.aliceAsks(QUESTION);

    retag(id, { add: ['assistant_takeover'] });
    retag(id, { add: ['assistant_handback'] });
    stack.account.update(id, { by: 'bob', priority: 'high' });
    await says('alice', id, NEXT_QUESTION);

    expect(publicReplies(id)).toHaveLength(2);
  });

  test('keeps it when that was after the handback of a colleague', async () => {
    await given();
    const id = await talk.aliceAsks(QUESTION);

    retag(id, { add: ['assistant_handback'] });
    retag(id, { add: ['assistant_takeover'] });
    await says('alice', id, NEXT_QUESTION);

    expect(publicReplies(id)).toHaveLength(1);
    expect(tagsOf(id)).toContain('assistant_takeover');
    expect(tagsOf(id)).not.toContain('assistant_handback');
  });
});

test.each([0, 1])(
  'knows what came later though ids do not count up (%i of them given out before)',
  async (before) => {
    await given();
    stack.account.switches.ids = 'several-servers';
    for (let i = 0; i < before; i += 1) await talk.aliceAsks(QUESTION);

    const id = await talk.aliceAsks(QUESTION);
    for (let i = 0; i < 4; i += 1) await says('alice', id, NEXT_QUESTION);
    expect(publicReplies(id)).toHaveLength(5);

    await says('bob', id, 'I will look into it.');
    for (let i = 0; i < 2; i += 1) await says('alice', id, NEXT_QUESTION);
    expect(publicReplies(id)).toHaveLength(5);

    await stack.sandbox.advance('2 s');
    stack.pass(2_000);
    retag(id, { add: ['assistant_handback'] });
    await says('alice', id, NEXT_QUESTION);
    expect(publicReplies(id)).toHaveLength(6);
  },
);

describe('a handback', () => {
  test('stands against a webhook that tells late of the reply before it', async () => {
    await given({ bodies: 'manual' });
    const id = await talk.aliceAsks(QUESTION);
    await says('bob', id, 'I will look into it.');
    const { body } = stack.account.deliveries.at(-1)!.request!;
    retag(id, { add: ['assistant_handback'] });
    await says('alice', id, NEXT_QUESTION);

    await deliverAnew(body);
    await says('alice', id, QUESTION);

    expect(publicReplies(id)).toHaveLength(3);
    expect(await talk.stateOf(id)).toMatchObject({ state: { mode: 'assistant' } });
  });

  test('counts when it came after the reply of the agent', async () => {
    await given();
    const id = await talk.aliceAsks(QUESTION);
    await says('bob', id, 'I will look into it.');

    retag(id, { add: ['assistant_handback'] });
    await says('alice', id, NEXT_QUESTION);

    expect(publicReplies(id)).toHaveLength(2);
  });

  test('does not count when an agent replied after it, before the assistant looked', async () => {
    await given();
    const id = await talk.aliceAsks(QUESTION);

    retag(id, { add: ['assistant_handback'] });
    stack.account.comment(id, { by: 'bob', text: 'I will look into it after all.' });
    await says('alice', id, NEXT_QUESTION);

    expect(publicReplies(id)).toHaveLength(1);
    expect(await talk.stateOf(id)).toMatchObject({ state: { mode: 'agent' } });
    expect(tagsOf(id)).not.toContain('assistant_handback');
  });
});

describe('two assistants on one ticket', () => {
  /** Another vendor's software at Zendesk's API, with credentials of its own or with ours. */
  function softwareOf(whose: 'another user' | 'our user') {
    const { clientId, clientSecret, admin } = stack.account.credentials;
    return createZendeskClient({
      baseUrl: stack.account.url,
      timeoutMs: 5_000,
      credentials:
        whose === 'our user'
          ? { kind: 'oauth', clientId, clientSecret }
          : { kind: 'api-token', email: admin.email, token: admin.apiToken },
    });
  }

  test.each(['another user', 'our user'] as const)(
    'are one too many: we fall silent for software that answers as %s',
    async (whose) => {
      await given();
      const id = await talk.aliceAsks(QUESTION);

      await softwareOf(whose).call({
        method: 'PUT',
        path: `/api/v2/tickets/${id}`,
        body: { ticket: { comment: { body: 'Beep, another assistant.', public: true } } },
      });
      await says('alice', id, NEXT_QUESTION);

      expect(talk.repliesOf(id).filter(({ body }) => !body.startsWith('Beep'))).toHaveLength(1);
      expect(await talk.stateOf(id)).toMatchObject({ state: { mode: 'agent' } });
    },
  );
});

/** A follow-up of a closed ticket that an agent had taken over. */
async function followUp(tags: string[] = []): Promise<number> {
  const closed = await talk.aliceAsks(QUESTION);
  retag(closed, { add: ['assistant_takeover', ...tags] });
  stack.account.update(closed, { by: 'bob', status: 'closed' });
  await stack.settle();
  const { id } = stack.account.createTicket({
    ...{ by: 'alice', subject: 'Re: A question', text: QUESTION },
    via_followup_source_id: closed,
  });
  expect(tagsOf(id)).toContain('assistant_takeover');
  return id;
}

test('a takeover of a closed ticket does not silence the follow-up that took its tags along', async () => {
  await given();
  const id = await followUp();
  await stack.settle();

  expect(publicReplies(id)).toHaveLength(1);
  expect(tagsOf(id)).toEqual([]);
});

test('nor does it after the pause that came along has ended', async () => {
  await given();
  const id = await followUp(['assistant_paused']);
  await stack.settle();
  retag(id, { remove: ['assistant_paused'] });
  await says('alice', id, NEXT_QUESTION);

  expect(publicReplies(id)).toHaveLength(1);
});

test('a takeover of the follow-up itself silences, before any turn has seen it too', async () => {
  await given();
  const id = await followUp();
  retag(id, { remove: ['assistant_takeover'] });
  retag(id, { add: ['assistant_takeover'] });
  await stack.settle();

  expect(publicReplies(id)).toEqual([]);
  expect(tagsOf(id)).toContain('assistant_takeover');
});

test.each([undefined, 'drop-after', '500-after'] as const)(
  'an agent keeps the ticket over a pause, a hundred notes after the reply, with the fault %s at its write',
  async (kind) => {
    await given();
    const id = await talk.aliceAsks(QUESTION);
    await says('bob', id, 'I will look into it.');
    for (let i = 0; i < 100; i += 1) {
      stack.account.comment(id, { by: 'bob', text: `Note ${i}`, public: false });
    }
    retag(id, { add: ['assistant_paused'] });
    if (kind) stack.account.faults.next({ match: { method: 'PUT', path: /tickets/ }, kind });
    await says('alice', id, 'Thank you!');
    stack.pass(10 * 60_000);
    await stack.settle();

    retag(id, { remove: ['assistant_paused'] });
    await says('alice', id, NEXT_QUESTION);

    expect(publicReplies(id)).toHaveLength(1);
  },
);

describe('a ticket that was solved and comes back', () => {
  const HOUR_MS = 3_600_000;

  async function reopenedAfter(hours: number, reopened: Reopened): Promise<number> {
    await given();
    const known = await stack.service.tenants.get(stack.slug);
    await stack.service.tenants.save({ ...known!, reopened });
    const id = await talk.aliceAsks(QUESTION);
    stack.account.update(id, { by: 'bob', status: 'solved' });
    await stack.settle();
    stack.pass(hours * HOUR_MS);
    await stack.sandbox.advance(`${hours} h`);
    await says('alice', id, NEXT_QUESTION);
    return id;
  }
  type Reopened = Parameters<Stack['service']['tenants']['save']>[0]['reopened'];

  test.each<[Reopened, number, number]>([
    ['resume', 0, 2],
    ['stay_silent', 0, 1],
    [{ resumeAfterHours: 24 }, 1, 1],
    [{ resumeAfterHours: 24 }, 25, 2],
  ])('with the rule %j, after %i hours, has %i replies', async (reopened, hours, replies) => {
    const id = await reopenedAfter(hours, reopened);

    expect(publicReplies(id)).toHaveLength(replies);
  });

  test('is left to agents after a pause as well', async () => {
    await given();
    const known = await stack.service.tenants.get(stack.slug);
    await stack.service.tenants.save({ ...known!, reopened: 'stay_silent' });
    const id = await talk.aliceAsks(QUESTION);
    stack.account.update(id, { by: 'bob', status: 'solved' });
    await stack.settle();

    retag(id, { add: ['assistant_paused'] });
    await says('alice', id, NEXT_QUESTION);
    retag(id, { remove: ['assistant_paused'] });
    await says('alice', id, 'Hello?');

    expect(publicReplies(id)).toHaveLength(1);
    expect(await lastReason(id)).toBe('reopened_left_to_agents');
  });

  test('stays with the agents it was left to, and says so each time', async () => {
    const id = await reopenedAfter(0, 'stay_silent');

    await says('alice', id, 'Hello?');

    expect(publicReplies(id)).toHaveLength(1);
    expect(await lastReason(id)).toBe('reopened_left_to_agents');
  });

  test('is not handed over again when it was handed over before', async () => {
    await given();
    const id = await talk.aliceAsks('Can I talk to a human?');
    stack.account.update(id, { by: 'bob', status: 'solved' });
    await stack.settle();

    await says('alice', id, 'Can I talk to a human now?');

    expect(talk.repliesOf(id)).toHaveLength(1);
    expect(await lastReason(id)).toBe('waiting_for_agent');
  });
});

test('pauses itself when something keeps handing the ticket back, and goes on when it is resumed', async () => {
  await given();
  const id = await talk.aliceAsks(QUESTION);
  for (let round = 0; round < 15; round += 1) {
    retag(id, { add: ['assistant_handback'] });
    await says('alice', id, QUESTION);
  }

  expect(publicReplies(id)).toHaveLength(10);
  expect(tagsOf(id)).toContain('assistant_paused');
  expect(talk.repliesOf(id).at(-1)).toMatchObject({
    public: false,
    body: expect.stringContaining('paused itself'),
  });

  retag(id, { remove: ['assistant_paused'] });
  await says('alice', id, QUESTION);
  expect(publicReplies(id)).toHaveLength(11);
});

test('answers in mode reply what it had only observed as a case for a human', async () => {
  await given({ answerMode: 'observe' });
  const id = await talk.aliceAsks('Zxq wvut qqrs?');
  const known = await stack.service.tenants.get(stack.slug);

  await stack.service.tenants.save({ ...known!, answerMode: 'reply' });
  await says('alice', id, QUESTION);

  expect(publicReplies(id)).toHaveLength(1);
});

test('costs at most two calls for a comment of an agent whom it has seen before', async () => {
  await given();
  const known = await talk.aliceAsks(QUESTION);
  await says('bob', known, 'I will look into it.');
  const methods = () => stack.account.calls.map(({ method }) => method);

  const { id: firstSeen } = stack.account.createTicket({
    by: 'bob',
    subject: 'Delivery',
    text: 'I called you about it.',
  });
  stack.account.clearCalls();
  await says('bob', firstSeen, 'Nobody was there.');
  const atFirstSight = methods();
  const answered = await talk.aliceAsks(QUESTION);
  stack.account.clearCalls();
  await says('bob', answered, 'I take over.');
  const atTakeover = methods();
  stack.account.clearCalls();
  await says('bob', answered, 'And one more thing.');

  expect(atFirstSight).toEqual(['GET', 'PUT']);
  expect(atTakeover).toEqual(['GET', 'PUT']);
  expect(methods()).toEqual(['GET']);
  expect(await talk.stateOf(answered)).toMatchObject({
    state: { mode: 'agent', last: { reason: 'agent_has_replied' } },
  });
});
