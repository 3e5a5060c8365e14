import { RULES } from '../../../server/src/assistant/rules.ts';
import { expect, test } from 'vitest';
import { turnLogMessages } from '../../src/turn-log/messages/messages.ts';

test.each(Object.entries(turnLogMessages))(
  'the turn log has words of its own for every rule in %s',
  async (_code, load) => {
    const { rules } = await load();

    const words = RULES.map(({ name }) => rules[name]);

    expect(RULES.filter(({ name }) => !rules[name]).map(({ name }) => name)).toEqual([]);
    expect(new Set(words).size).toBe(RULES.length);
  },
);
