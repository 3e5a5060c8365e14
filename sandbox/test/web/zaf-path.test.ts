import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePath } from '../../src/web/zaf/path.ts';
import { parseAppMessage } from '../../src/web/zaf/protocol.ts';

test('splits a path into steps with their arguments', () => {
  expect(parsePath('ticket.customField:custom_field_99')).toEqual([
    { name: 'ticket', args: [] },
    { name: 'customField', args: ['custom_field_99'] },
  ]);
  expect(parsePath('currentUser.customField:a,b')[1]?.args).toEqual(['a', 'b']);
  expect(parsePath('assetURL:logo\\.png')).toEqual([{ name: 'assetURL', args: ['logo.png'] }]);
});

test('keeps every step of any path of plain names', () => {
  const name = fc.stringMatching(/^[a-zA-Z_]{1,8}$/);
  const property = fc.property(fc.array(name, { minLength: 1 }), (names) => {
    expect(parsePath(names.join('.')).map((step) => step.name)).toEqual(names);
  });

  fc.assert(property);
});

test('takes nothing for a message that is none, whatever arrives', () => {
  const property = fc.property(fc.oneof(fc.anything(), fc.json()), (data) => {
    const message = parseAppMessage(data);
    if (message) expect('key' in message || 'request' in message).toBe(true);
  });

  fc.assert(property);
});

test('reads calls, keyed messages and replies', () => {
  const call = { id: 5, request: 'get', params: ['ticket.id'] };
  const reply = { key: 'iframe.reply:ticket.save', error: { msg: 'no' } };

  expect(parseAppMessage(JSON.stringify(call))).toEqual(call);
  expect(parseAppMessage(reply)).toEqual(reply);
  expect(parseAppMessage('{"id":5,"request":"delete"}')).toBeUndefined();
});
