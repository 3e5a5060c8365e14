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

/** The most that each may cost. */
const LEAN = {
  'answered comment': 3,
  'echo of our own reply': 0,
  'three comments in one go, answered together': 3,
  "agent's first reply on a ticket that the assistant has": 2,
  "agent's next reply": 2,
  "customer's comment on a ticket that an agent has": 2,
  'ticket that an agent opens': 2,
  'webhook that arrives a second time': 0,
};

/** A body that people wrote by hand does not name the comment: who took over has to be read, and is then written. */
const MANUAL = {
  ...LEAN,
  "agent's first reply on a ticket that the assistant has": 3,
  'ticket that an agent opens': 3,
};

test.each([
  ['lean', LEAN],
  ['manual', MANUAL],
] as const)('asks no more of Zendesk than it has to, with %s bodies', async (bodies, most) => {
  const table = await costs(bodies);

  expect([...table.keys()]).toEqual(Object.keys(most));
  const tooDear = [...table].filter(([what, calls]) => calls > most[what as keyof typeof most]);
  expect(tooDear).toEqual([]);
  expect(table.get('answered comment')).toBe(3);
});
