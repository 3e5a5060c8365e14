import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import { expect, test } from 'vitest';
import { SeenStates } from '../src/state/field-reading.ts';
import { conversation } from './support/states.ts';

const reading = (state: Partial<ConversationState>) =>
  ({ status: 'verified', state: conversation(state) }) as const;
const at = (seconds: number) => ({ ...conversation().last!, at: seconds });

test('a lower number is a rollback, unless the conversation was begun anew since', () => {
  const seen = new SeenStates();
  seen.judge(reading({ n: 5, since: 100, last: at(200) }));

  expect(seen.judge(reading({ n: 4, since: 100, last: at(150) })).status).toBe('rolled_back');
  expect(seen.judge(reading({ n: 5, since: 100, last: at(200) })).status).toBe('verified');
  expect(seen.judge(reading({ n: 1, since: 100, last: at(300) })).status).toBe('verified');
  expect(seen.judge(reading({ n: 2, since: 100, last: at(310) })).status).toBe('verified');
});

test('tickets and shops are not mixed up', () => {
  const seen = new SeenStates();
  seen.judge(reading({ n: 5 }));

  expect(seen.judge(reading({ n: 1, tid: '7' })).status).toBe('verified');
  expect(seen.judge(reading({ n: 1, slug: 'other' })).status).toBe('verified');
});
