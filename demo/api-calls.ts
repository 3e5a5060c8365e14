import type { Stack } from './stack.ts';

/** What one thing that happens on a ticket costs in calls to Zendesk. */
export interface Cost {
  what: string;
  /** Method and path of each call, ids left out. */
  calls: string[];
}

const QUESTION = 'How long does standard delivery take?';
const NEXT_QUESTION = 'How do I return an item?';

/** Plays each kind of event on a warm stack and counts what Zendesk saw, webhook to rest. */
export async function* costsOf(stack: Stack): AsyncGenerator<Cost> {
  const { account } = stack;
  await stack.settle();

  const counted = async (what: string, happen: () => unknown): Promise<Cost> => {
    await allLogged(stack);
    account.clearCalls();
    await happen();
    await allLogged(stack);
    return { what, calls: account.calls.map(({ method, path }) => `${method} ${shape(path)}`) };
  };
  const rested = (what: string, act: () => unknown) =>
    counted(what, async () => {
      await act();
      await stack.settle();
    });
  const opened = (by: string, text: string) =>
    account.createTicket({ by, subject: 'Delivery', text, requester_id: account.users.alice.id });

  // The first turns sign in, read the help center and learn who is an agent.
  account.comment(opened('alice', QUESTION)['id'], { by: 'bob', text: 'Let me see.' });
  opened('alice', QUESTION);
  await stack.settle();

  const { id } = opened('alice', QUESTION);
  yield await counted('answered comment', () => answeredOnly(stack));
  yield await counted('echo of our own reply', () => stack.settle());
  yield await rested('three comments in one go, answered together', () => {
    for (const text of ['Hello?', NEXT_QUESTION, 'Thank you!'])
      account.comment(id, { by: 'alice', text });
  });
  yield await rested("agent's first reply on a ticket that the assistant has", () =>
    account.comment(id, { by: 'bob', text: 'Bob here, I will look into it.' }),
  );
  yield await rested("agent's next reply", () =>
    account.comment(id, { by: 'bob', text: 'All done.' }),
  );
  yield await rested("customer's comment on a ticket that an agent has", () =>
    account.comment(id, { by: 'alice', text: 'Thank you, Bob!' }),
  );
  yield await rested('ticket that an agent opens', () => opened('bob', 'I called you about it.'));
  account.comment(id, { by: 'bob', text: 'One more thing.' });
  await stack.settle();
  yield await rested('webhook that arrives a second time', () => again(stack));
}

/** Works on what is due, and leaves what the reply causes for later. */
async function answeredOnly({ sandbox, service }: Stack): Promise<void> {
  await sandbox.settle();
  await service.runDue();
}

/** The newest delivery once more, byte for byte, as Zendesk may send it. */
async function again({ account }: Stack): Promise<void> {
  const { url, headers, body } = account.deliveries.at(-1)!.request!;
  const answer = await fetch(url, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the redelivery was answered ${answer.status}`);
}

/** The sandbox logs a call when its answer has left; one more round trip, which it does not log, comes after that. */
async function allLogged({ account }: Stack): Promise<void> {
  await (await fetch(`${account.url}/agent`)).text();
}

function shape(path: string): string {
  return path.replace(/\/\d+(?=\/|$)/g, '/:id');
}
