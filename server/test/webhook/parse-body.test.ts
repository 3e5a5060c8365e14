import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from '../../src/webhook/parse-body.ts';
import { MAX_BODY_BYTES } from '../../src/webhook/read-body.ts';

/** The manual comment body around a comment that nothing escapes. */
const rawBody = (comment: string) =>
  `{ "id": "35436", "comment": "${comment}", "support_name": "Bob", "agent_id": "361002", ` +
  `"latest_public_comment_author_id": "361001", "user_info": "", "attachments": [  ] }`;

/** Comments that look like pieces of a body more often than chance would make them. */
const comment = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\n',
        ' "id": "9" ',
        '"ticket_id":9,',
      ),
      fc.constantFrom('", "id": "9', '"}', ', "ticket_status": "closed" }', '", "v": 1, "x": "'),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('finds the ticket behind any comment, escaped or not, and never takes it for closed', () => {
  fc.assert(
    fc.property(comment, (text) => {
      const escaped = JSON.stringify(text).slice(1, -1);

      for (const body of [rawBody(text), rawBody(escaped)]) {
        expect(parseBody(body).event).toMatchObject({ kind: 'comment', ticketId: '35436' });
      }
      expect(parseBody(rawBody(escaped)).isGarbled).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test('believes no author that a comment or an attachment name may have smuggled in', () => {
  const author = '", "latest_public_comment_author_id": "666", "x": "';
  const bodies = [
    rawBody(author),
    rawBody('').replace('[  ]', `[ { "file_name": "", "url": "" } ]${author.slice(1)}"`),
  ];

  for (const body of bodies) {
    expect(parseBody(body).event?.commentAuthorId).not.toBe('666');
  }
});

test('never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseBody(text)).toHaveProperty('isGarbled');
    }),
  );
});

test.each([
  ['{"comment":"a","ticket_id":12}', '12'],
  ['{"nested":{"id":"9"},"id":"12"}', '12'],
  ['{"list":[{"id":"9"}],"id":"12"}', '12'],
  ['{"id":"abc","ticket_id":"12"}', '12'],
  ['{"id":12345678901234567890}', '12345678901234567890'],
  ['no json, but "ticket_id" : "12"', '12'],
])('finds the ticket id in %s', (text, ticketId) => {
  expect(parseBody(text).event?.ticketId).toBe(ticketId);
});

test.each(['{"id":"-5"}', '{"id":1.5}', '{"id":"12a"}', '{"ids":"12"}', '{"id":["12"]}'])(
  'finds none in %s',
  (text) => {
    expect(parseBody(text).event).toBeUndefined();
  },
);

// A customer writes the comment: a pattern that backtracks would let one message stop the server.
test.each(['"', '\\"', '"\\', '{', '[', '"id":', '":"', '\\'])(
  'reads the largest body of %j to its end',
  (piece) => {
    const text = rawBody(piece.repeat(MAX_BODY_BYTES / piece.length));

    expect(parseBody(text)).toHaveProperty('isGarbled');
  },
);
