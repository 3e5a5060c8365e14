import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import { setUpAccount } from '../set-up-account.ts';
import { startStack } from '../stack.ts';
import { talkOn } from './talk.ts';

const NEW_SLUG = 'other-shop';
const QUESTION = 'How long does standard delivery take?';

/** The running product, and a second Zendesk whose tickets have the same numbers, set up for a slug of its own. */
async function shopWithTwoAccounts() {
  const stack = await startStack();
  onTestFinished(() => stack.stop());
  const sandbox = await startSandbox({ accounts: [{ subdomain: 'other', seed: 'shop', port: 0 }] });
  onTestFinished(() => sandbox.stop());
  const other = sandbox.account('other');
  const { admin, clientId, clientSecret } = other.credentials;
  const { stateFieldId, signingSecret } = await setUpAccount({
    ...{ zendeskUrl: other.url, admin, slug: NEW_SLUG },
    backendUrl: stack.service.url,
  });
  const moved = {
    ...{ slug: NEW_SLUG, zendeskUrl: other.url, stateFieldId, answerMode: 'reply' as const },
    credentials: { kind: 'oauth' as const, clientId, clientSecret },
    signingSecrets: [signingSecret],
  };
  return { stack, sandbox, other, moved };
}

test("answers a ticket of a shop's new account under a slug of its own, although the one of that number before was an agent's", async () => {
  const { stack, sandbox, other, moved } = await shopWithTwoAccounts();
  const { tenants } = stack.service;
  const id = await talkOn(stack).aliceAsks(QUESTION);
  stack.account.comment(id, { by: 'bob', text: 'I look after this.' });
  await stack.settle();

  const underTheFormerSlug = { ...moved, slug: stack.slug };
  await expect(tenants.save(underTheFormerSlug)).rejects.toMatchObject({ code: 'tenant_invalid' });
  await tenants.remove(stack.slug);
  await expect(tenants.save(underTheFormerSlug)).rejects.toMatchObject({ code: 'tenant_invalid' });
  await tenants.save(moved);
  const ticket = other.createTicket({ by: 'alice', subject: 'Delivery', text: QUESTION });
  await sandbox.settle();
  await stack.settle();

  expect(ticket['id']).toBe(id);
  expect(other.comments(id)).toMatchObject([{}, { author_id: other.users.assistant.id }]);
});
