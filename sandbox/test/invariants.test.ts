import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiToken, clientWith, type Client } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

/** Anything that people and clients do to a ticket. Some of it is refused, which is part of the point. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('reply' as const), by: fc.constantFrom('alice', 'bob', 'ada') }),
  fc.record({
    kind: fc.constant('change' as const),
    change: fc.record(
      {
        status: fc.constantFrom('open', 'pending', 'hold', 'solved', 'closed'),
        tags: fc.array(fc.constantFrom('a', 'b', 'c')),
        priority: fc.constantFrom('low', 'urgent', 'nonsense'),
        comment: fc.record({ body: fc.constant('From the API'), public: fc.boolean() }),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: fc.constant('wait' as const), duration: fc.constantFrom('1 s', '1 hour') }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(zendesk: Client, ticketId: number, next: Step) {
  const { acme, sandbox } = world;
  if (next.kind === 'wait') return sandbox.advance(next.duration);
  if (next.kind === 'change') {
    await zendesk.call('PUT', `/tickets/${ticketId}`, { ticket: next.change });
  } else if (acme.ticket(ticketId)['status'] !== 'closed') {
    acme.comment(ticketId, { by: next.by, text: 'A reply' });
  }
}

test('keeps ticket, comments and audits in agreement, and a closed ticket unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { acme } = world;
      acme.switches.limits = { planPerMinute: 1e6, updatesPerMinute: 1e6, updatesPerTicket: 1e6 };
      // A legacy token: an OAuth token would not outlive the hours that pass here.
      const zendesk = clientWith(acme, apiToken(acme, acme.users.ada.email));
      const assignee = { assignee_id: acme.users.bob.id };
      const ticket = { by: 'alice', subject: 'Any', text: 'First', ...assignee };
      const { id } = acme.createTicket(ticket);
      const ticketId = id as number;

      for (const next of steps) {
        const before = acme.ticket(ticketId);
        await take(zendesk, ticketId, next);
        const after = acme.ticket(ticketId);

        if (before['status'] === 'closed') expect(after).toEqual(before);
        expect(after['updated_at'] >= before['updated_at']).toBe(true);
      }

      const events = acme.audits(ticketId).flatMap((audit) => audit.events);
      const inAudits = events.filter(({ type }) => type === 'Comment').map((event) => event.id);
      expect(acme.comments(ticketId).map((comment) => comment['id'])).toEqual(inAudits);
      expect(inAudits).toEqual([...inAudits].sort((a, b) => a - b));
      const statuses = events.filter((event) => event['field_name'] === 'status');
      expect(statuses.at(-1)?.['value']).toBe(acme.ticket(ticketId)['status']);
    }),
    { numRuns: 40 },
  );
});
