import { afterEach, expect, test } from 'vitest';
import { costsOf } from '../api-calls.ts';
import { startStack } from '../stack.ts';
import type { Stack } from '../stack.ts';

let stack: Stack;

afterEach(() => stack.stop());

async function costs(bodies: 'lean' | 'manual'): Promise<Map<string, number>> {
  stack = await startStack({ bodies });
  const table = new Map<string, number>();
  for await (const { what, calls } of costsOf(stack)) table.set(what, calls.length);
  return table;
}

/** The most that each may cost, whatever the bodies. */
const MOST = {
  'answered comment': 3,
  'echo of our own reply': 0,
  'three comments in one go, answered together': 3,
  "agent's first reply on a ticket that the assistant has": 2,
  "agent's next reply": 2,
  "customer's comment on a ticket that an agent has": 2,
  'ticket that an agent opens': 2,
  'webhook that arrives a second time': 0,
};

test.each(['lean', 'manual'] as const)(
  'asks no more of Zendesk than it has to, with %s bodies',
  async (bodies) => {
    const table = await costs(bodies);

    expect([...table.keys()]).toEqual(Object.keys(MOST));
    const tooDear = [...table].filter(([what, calls]) => calls > MOST[what as keyof typeof MOST]);
    expect(tooDear).toEqual([]);
    expect(table.get('answered comment')).toBe(3);
  },
);
