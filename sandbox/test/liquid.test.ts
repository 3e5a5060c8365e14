import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connect, freshWorld } from './set-up.ts';

const world = freshWorld();

/** The body that a template makes of a comment by `by` on `ticketId`. */
async function rendered(
  template: string,
  {
    ticketId = 1,
    by = 'alice',
    text = 'Hello',
  }: { ticketId?: number; by?: string; text?: string } = {},
): Promise<string> {
  const { acme, sandbox, receiver } = world;
  await connect(world, { body: template });
  acme.comment(ticketId, { by, text });
  await sandbox.settle();
  return receiver.received.at(-1)!.body;
}

test('renders the bodies that customers paste by hand as valid JSON', async () => {
  const { zendesk } = world;
  const { ticket_field: field } = await zendesk.post('/ticket_fields', {
    ticket_field: { type: 'text', title: 'sa_user_info' },
  });
  const body = `{ "id": "{{ticket.id}}", "comment": "{{ticket.latest_public_comment}}", "support_name": "{{ticket.assignee.first_name}}", "agent_id": "{{ticket.latest_comment.author.id}}", "user_info": "{{ticket.ticket_field_${field.id}}}", "attachments": [ {% for attachment in ticket.latest_public_comment.attachments %} { "file_name": "{{attachment}}", "url": "{{attachment.url}}" }{% unless forloop.last %},{% endunless -%} {% endfor %} ] }`;
  await connect(world, { body });
  const uploads: string[] = [];
  for (const name of ['a "b".png', 'c.txt']) {
    const { upload } = await zendesk.post(`/uploads?filename=${encodeURIComponent(name)}`, 'bytes');
    uploads.push(upload.token);
  }

  await zendesk.put('/tickets/1', {
    ticket: { comment: { body: 'He said "no"\nand left', public: true, uploads } },
  });
  await world.sandbox.settle();

  const sent = JSON.parse(world.receiver.received[0]!.body);
  expect(sent).toMatchObject({
    id: '1',
    comment: 'He said "no"\nand left',
    support_name: '',
    agent_id: String(world.acme.users.assistant.id),
    user_info: '',
  });
  expect(sent.attachments.map((each: { file_name: string }) => each.file_name)).toEqual([
    'a "b".png',
    'c.txt',
  ]);
  expect(sent.attachments[0].url).toMatch(/^http:\/\/localhost:\d+\/attachments\/token\//);
});

test('shows the status as a title in the language of the requester', async () => {
  expect(await rendered('{{ticket.status}}', { ticketId: 2, by: 'marta' })).toBe('Abierto');
  expect(await rendered('{{ticket.status}}')).toBe('Open');
});

test('shows roles, names and links as the placeholder reference says', async () => {
  const template =
    '{{ticket.requester.first_name}}|{{current_user.role}}|{{ticket.url}}|{{ticket.link}}|{{ticket.ticket_type}}';

  const [first, role, url, link, type] = (await rendered(template)).split('|');

  expect([first, role, type]).toEqual(['Alice', 'End user', 'Ticket']);
  expect(link).toBe(`http://${url}`);
});

test('breaks the JSON of a comment with quotes when placeholders are raw', async () => {
  world.acme.switches.liquid = 'raw';

  const body = await rendered('{"comment":"{{ticket.latest_comment}}"}', { text: 'He said "no"' });

  expect(body).toBe('{"comment":"He said "no""}');
});

test('prints a header above a bare comment by switch, and never above its value', async () => {
  world.acme.switches.liquid = 'raw-with-header';

  const [bare, value] = (
    await rendered('{{ticket.latest_comment}}#{{ticket.latest_comment.value}}')
  ).split('#');

  expect(bare).toMatch(/^-{40,}\n\nAlice Moreau, .*\n\nHello$/);
  expect(value).toBe('Hello');
});

test('prints a bare collection the way Ruby inspects it', async () => {
  world.acme.switches.liquid = 'raw';

  expect(await rendered('{{ticket.comments}}')).toMatch(/^\[#<Comment id: \d+, .*>\]$/);
});

test('never runs placeholders that a customer writes into a comment', async () => {
  expect(await rendered('{{ticket.latest_comment}}', { text: '{{ticket.id}} {% if %}' })).toBe(
    '{{ticket.id}} {% if %}',
  );
});

test('renders unknown placeholders as nothing', async () => {
  expect(await rendered('[{{ticket.no_such.thing}}{{nobody}}]')).toBe('[]');
});

test('keeps any comment text intact inside a JSON body', async () => {
  const { acme, sandbox, receiver } = world;
  acme.switches.limits.planPerMinute = 1e6;
  await connect(world, { body: '{"comment":"{{ticket.latest_public_comment}}"}' });
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });

  await fc.assert(
    fc.asyncProperty(text, async (comment) => {
      acme.comment(1, { by: 'alice', text: comment });
      await sandbox.settle();
      expect(JSON.parse(receiver.received.at(-1)!.body)).toEqual({ comment });
    }),
    { numRuns: 50 },
  );
});
