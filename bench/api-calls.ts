import { costsOf } from '../demo/api-calls.ts';
import { startStack } from '../demo/stack.ts';

/** What each event on a ticket costs in calls to Zendesk, counted by the sandbox, for both kinds of webhook bodies. */
export async function* benchApiCalls(): AsyncGenerator<string> {
  const table = new Map<string, number[]>();
  for (const bodies of ['lean', 'manual'] as const) {
    const stack = await startStack({ bodies });
    try {
      for await (const { what, calls } of costsOf(stack)) {
        table.set(what, [...(table.get(what) ?? []), calls.length]);
      }
    } finally {
      await stack.stop();
    }
  }
  yield `${''.padEnd(56)} lean  manual`;
  for (const [what, [lean, manual]] of table) yield `${what.padEnd(56)} ${lean}     ${manual}`;
}
