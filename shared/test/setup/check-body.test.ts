import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBody, NEW_FIELD } from '../../src/setup/check-body.ts';
import { renderBody } from '../../src/setup/render-body.ts';
import { TRIGGERS } from '../../src/setup-spec.ts';
import { ticketEvent } from '../../src/ticket-event.ts';

const FIELD = '360012345678';
const codesOf = (
  body: string | undefined,
  spec = TRIGGERS[0]!,
  field: string | undefined = FIELD,
) => checkBody(body, spec, field).map(({ code }) => code);

test.each(TRIGGERS)('the bodies of the contract pass for "$title"', (spec) => {
  expect(codesOf(spec.leanBody, spec)).toEqual([]);
  expect(codesOf(spec.manualBody(FIELD), spec)).toEqual(['body_manual']);
});

test('a body made by hand is put right without being rewritten', () => {
  const [comment] = TRIGGERS;
  const mine = comment!.manualBody('27642').replace('{ ', '{ "shop": "acme", ');

  const [found] = checkBody(mine, comment!, FIELD);

  expect(found).toMatchObject({ code: 'body_wrong_field', expected: FIELD, actual: '27642' });
  expect(found!.mended).toBe(mine.replace('27642', FIELD));
});

test('nothing is said about a field that is not known', () => {
  expect(checkBody(TRIGGERS[0]!.manualBody('27642'), TRIGGERS[0]!, undefined)).toMatchObject([
    { code: 'body_manual' },
  ]);
  expect(codesOf(TRIGGERS[0]!.manualBody('27642'), TRIGGERS[0]!, NEW_FIELD)).toContain(
    'body_wrong_field',
  );
});

test('an action without a text has no body', () => {
  expect(codesOf(undefined)).toEqual(['body_unreadable']);
});

/** The judgement is the server's own: what passes is read as the right event of the right ticket. */
test('whatever passes is understood by the server, with any number of files', () => {
  const cut = fc.tuple(fc.constantFrom(...TRIGGERS), fc.boolean(), fc.nat(600), fc.nat(40));

  fc.assert(
    fc.property(cut, fc.string({ maxLength: 3 }), ([spec, isLean, at, length], inserted) => {
      const body = isLean ? spec.leanBody : spec.manualBody(FIELD);
      const edited = body.slice(0, at) + inserted + body.slice(at + length);
      if (codesOf(edited, spec).some((code) => !['body_manual', 'body_hint_lost'].includes(code))) {
        return;
      }

      for (const files of [0, 1, 3]) {
        const sent = renderBody(edited, files, (name) => (name === 'ticket.id' ? '35436' : '7'));
        expect(ticketEvent.parse(JSON.parse(sent))).toMatchObject({
          ...{ kind: spec.key, ticketId: '35436' },
        });
      }
    }),
    { numRuns: 3000 },
  );
});
