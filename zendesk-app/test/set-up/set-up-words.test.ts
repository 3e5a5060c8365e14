import { MISSED } from '@smart-assistant/shared/setup/conditions.ts';
import { FINDINGS } from '@smart-assistant/shared/setup/finding-table.ts';
import { newFinding } from '@smart-assistant/shared/setup/finding.ts';
import { answersCustomer } from '@smart-assistant/shared/setup/other-effects.ts';
import { vendorOf } from '@smart-assistant/shared/setup/vendors.ts';
import { describe, expect, test } from 'vitest';
import { LANGUAGE_CODES } from '../../src/i18n/language.ts';
import { setUpMessages } from '../../src/set-up/messages/messages.ts';
import { whyText } from '../../src/set-up/why-text.ts';

const fix = { kind: 'person', place: 'x' } as const;
const holesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted();

/** Every text of a message file, by its path. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

test('English says a finding’s own sentence', async () => {
  const object = { kind: 'webhook', name: 'Hook' } as const;
  const finding = newFinding({ code: 'webhook_inactive', object, fix });

  expect(whyText(finding, await setUpMessages.en())).toBe(finding.why);
});

describe.each(LANGUAGE_CODES.filter((code) => code !== 'en'))('in %s', (code) => {
  test('every message has the places of the English one for values', async () => {
    const [messages, english] = await Promise.all([setUpMessages[code](), setUpMessages.en()]);
    const { translation: _translation, ...rest } = messages;

    const holes = textsOf(rest).map(([path, text]) => [path, holesOf(text)]);

    expect(holes.toSorted()).toEqual(
      textsOf(english)
        .map(([path, text]) => [path, holesOf(text)])
        .toSorted(),
    );
  });

  test('every reason names what the English one names', async () => {
    const { whys } = (await setUpMessages[code]()).translation!;

    const holes = Object.entries(whys).map(([finding, why]) => [finding, holesOf(why)]);

    expect(Object.fromEntries(holes)).toEqual(
      Object.fromEntries(
        Object.entries(FINDINGS).map(([finding, { why }]) => [finding, holesOf(why)]),
      ),
    );
  });

  test('no English word of a fact is left in a reason', async () => {
    const messages = await setUpMessages[code]();
    const said = (parts: Parameters<typeof newFinding>[0]) => whyText(newFinding(parts), messages);
    const comment = { kind: 'comment_trigger', name: 'T' } as const;
    const trigger = { kind: 'trigger', name: 'T' } as const;
    const answer = { field: 'notification_user', value: ['requester_id', 'Thanks', 'We got it'] };
    const onCreate = { field: 'update_type', operator: 'is', value: 'Create' };
    const predictions = [
      answersCustomer({ conditions: [], actions: [{ field: 'deflection', value: 'x' }] }),
      answersCustomer({ conditions: [onCreate], actions: [answer] }),
      answersCustomer({ conditions: [], actions: [answer] }),
    ].map(String);
    const vendor = vendorOf('ChatGPT helper')!;

    const sentences = [
      ...Object.entries(MISSED).map(([missedCode, missed]) => ({
        english: missed,
        text: said({
          code: 'trigger_narrowed',
          object: comment,
          params: { missed, missedCode },
          fix,
        }),
      })),
      ...predictions.map((prediction) => ({
        english: prediction,
        text: said({ code: 'other_writer_answers', object: trigger, params: { prediction }, fix }),
      })),
      {
        english: vendor,
        text: said({ code: 'other_assistant', object: trigger, params: { vendor }, fix }),
      },
      {
        english: 'solved or closed',
        text: said({
          code: 'trigger_status_missing',
          object: { kind: 'closed_trigger', name: 'T' },
          params: { missed: 'solved or closed' },
          fix,
        }),
      },
      {
        english: 'Nothing tells',
        text: said({
          code: 'trigger_missing',
          object: comment,
          params: { missed: 'Nothing tells the assistant of new comments.' },
          fix,
        }),
      },
    ];

    expect(sentences).toHaveLength(Object.keys(MISSED).length + 6);
    expect(sentences.filter(({ english, text }) => text.includes(english))).toEqual([]);
    expect(sentences.filter(({ text }) => /\{missed\}|undefined/.test(text))).toEqual([]);
  });
});
