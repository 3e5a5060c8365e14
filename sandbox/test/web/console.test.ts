import { expect, test } from 'vitest';
import { client } from '../client.ts';
import { startReceiver } from '../receiver.ts';
import { browserWorld, openPage } from './open-workspace.ts';

const world = browserWorld();

test('shows a delivery with its request and response as it happens', async () => {
  const receiver = await startReceiver();
  const zendesk = await client(world.acme);
  const { webhook } = await zendesk.post('/webhooks', {
    webhook: {
      name: 'Probe hook',
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
    },
  });
  await zendesk.post('/triggers', {
    trigger: {
      title: 'Tell the probe',
      conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
      actions: [{ field: 'notification_webhook', value: [webhook.id, '{"id":"{{ticket.id}}"}'] }],
    },
  });
  const page = await openPage(world, '/sandbox');
  const deliveries = page.getByRole('region', { name: 'Webhook deliveries' });

  world.acme.comment(1, { by: 'alice', text: 'Hello?' });
  await world.sandbox.settle();
  await deliveries.getByText('Tell the probe').click();

  await deliveries.getByLabel('Request').getByText('{"id":"1"}').waitFor();
  expect(await deliveries.getByLabel('Request').innerText()).toContain(
    'x-zendesk-webhook-signature',
  );
  await deliveries.getByLabel('Response').waitFor();
  await receiver.stop();
});

test('arms a fault, names it, and clears it', async () => {
  const page = await openPage(world, '/sandbox');
  const faults = page.getByRole('region', { name: 'Faults' });

  await faults.getByRole('button', { name: 'Answer 429' }).click();
  await page.getByText('Next ticket update: Answer 429').waitFor();
  await page.getByRole('heading', { name: 'Clock' }).click();
  const armed = world.acme.faults.armed.map(({ kind }) => kind);
  await faults.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText('All faults cleared').waitFor();

  expect(armed).toEqual(['429']);
  expect(world.acme.faults.armed).toEqual([]);
});

test('harms the account itself, and says so when there is nothing to harm', async () => {
  const page = await openPage(world, '/sandbox');
  const faults = page.getByRole('region', { name: 'Faults' });

  await faults.getByRole('button', { name: 'Delete webhooks' }).click();
  await page.getByText('The account has no such webhook.').waitFor();
  await faults.getByRole('button', { name: 'Suspend the assistant' }).click();
  await page.getByText('The account, at once and for good: Suspend the assistant').waitFor();

  await page.getByText('admin, suspended').waitFor();
});

test('lets time pass', async () => {
  const page = await openPage(world, '/sandbox');
  const before = await readNow();

  await page.getByRole('button', { name: '+ 1 day' }).click();
  await page.getByText('1 day have passed').waitFor();

  expect((await readNow()) - before).toBeGreaterThanOrEqual(86_400_000);
});

test('sets a switch', async () => {
  const page = await openPage(world, '/sandbox');

  const saved = page.waitForResponse((response) => response.url().endsWith('/sandbox/switches'));
  await page.getByLabel('liquid').selectOption('raw');
  await saved;

  expect(world.acme.switches.liquid).toBe('raw');
});

async function readNow(): Promise<number> {
  const answer = await fetch(`${world.acme.url}/sandbox/clock`);
  return Date.parse(((await answer.json()) as { now: string }).now);
}
