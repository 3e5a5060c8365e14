/** Bodies as Zendesk sends them, reduced; overrides win. Alice asks, Bob is the agent. */

export const alice = { id: 8_440_000_000_001, name: 'Alice', role: 'end-user', locale: 'en-US' };
export const bob = { id: 8_440_000_000_002, name: 'Bob', role: 'agent', locale: 'en-US' };
export const assistant = {
  id: 8_440_000_000_003,
  name: 'Assistant',
  role: 'admin',
  locale: 'en-US',
};

export function ticketBody(overrides: Record<string, unknown> = {}) {
  return {
    id: 35436,
    status: 'open',
    subject: 'Refund',
    tags: ['vip'],
    requester_id: alice.id,
    assignee_id: null,
    created_at: '2026-11-20T09:00:00Z',
    updated_at: '2026-11-23T17:32:11Z',
    custom_fields: [
      { id: 27642, value: null },
      { id: 27643, value: 'state' },
      { id: 27644, value: true },
    ],
    from_messaging_channel: false,
    is_public: true,
    ...overrides,
  };
}

export function commentBody(overrides: Record<string, unknown> = {}) {
  return {
    id: 1274,
    type: 'Comment',
    author_id: alice.id,
    body: 'Hello',
    plain_body: 'Hello',
    html_body: '<p>Hello</p>',
    public: true,
    attachments: [],
    via: { channel: 'email' },
    created_at: '2026-11-23T17:32:11Z',
    metadata: { system: {}, custom: {} },
    ...overrides,
  };
}

export function auditBody(overrides: Record<string, unknown> = {}) {
  return {
    id: 9001,
    ticket_id: 35436,
    author_id: assistant.id,
    created_at: '2026-11-23T17:33:00Z',
    via: { channel: 'api' },
    metadata: { system: {}, custom: { smart_assistant: { turn: 'turn-1' } } },
    events: [
      { id: 1275, type: 'Comment', public: true, body: 'Hi' },
      { id: 9101, type: 'Change', field_name: 'status', previous_value: 'open', value: 'pending' },
    ],
    ...overrides,
  };
}
