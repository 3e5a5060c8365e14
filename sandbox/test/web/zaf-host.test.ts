import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserWorld, openProbe } from './open-workspace.ts';
import { createField, heard, inApp, waitFor } from './probe.ts';
import type { Json } from './probe.ts';

const world = browserWorld();

test('answers the handshake with context and metadata', async () => {
  const { app, appId } = await openProbe(world);

  const { context, metadata } = await inApp<{ context: Json; metadata: Json }>(app, 'registered');

  expect(context).toMatchObject({
    product: 'support',
    account: { subdomain: 'acme' },
    location: 'ticket_sidebar',
    ticketId: 1,
  });
  expect(metadata).toMatchObject({ appId, name: 'Probe', version: '1.2.3' });
});

test('serves the app from another origin than the workspace', async () => {
  const { page, app } = await openProbe(world);

  expect(new URL(app.url()).origin).not.toBe(new URL(page.url()).origin);
  expect(await inApp(app, 'document.cookie')).toBe('');
});

test('keeps secure settings from agents and shows them to admins', async () => {
  const { page, app } = await openProbe(world);
  const forAgent = await inApp(app, '(await client.metadata()).settings');
  const { id } = world.acme.users.ada;
  await page.locator(`option[value="${id}"]`).first().waitFor({ state: 'attached' });

  await page.evaluate(
    `fetch('/sandbox/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"userId":${id}}' })`,
  );
  const forAdmin = await page.evaluate<{ apps: Array<{ settings: Json }> }>(
    `fetch('/agent/apps.json').then((answer) => answer.json())`,
  );

  expect(forAgent).toEqual({ greeting: 'hello' });
  expect(forAdmin.apps[0]?.settings).toMatchObject({ shared_secret: 's3cr3t-of-the-probe' });
});

test('gets several paths at once and puts unknown ones under errors', async () => {
  const { app } = await openProbe(world);

  const result = await inApp(app, `client.get(['ticket.id', 'currentUser.role', 'nope.path'])`);
  const single = await inApp(
    app,
    `client.get('nope').catch(({ name, message }) => [name, message])`,
  );

  expect(result).toMatchObject({
    'ticket.id': 1,
    'currentUser.role': 'agent',
    errors: { 'nope.path': { name: 'APIPathError', path: 'nope.path' } },
  });
  expect(single).toEqual(['APIPathError', '"nope" No such Api']);
});

test('sets what the agent is about to save, and saves it with the ticket', async () => {
  const fieldId = await createField(world.acme);
  const { page, app } = await openProbe(world);
  const path = `ticket.customField:custom_field_${fieldId}`;

  await inApp(app, `client.set({ '${path}': 'from the app', 'ticket.comment.text': 'Drafted' })`);
  await inApp(app, `client.invoke('ticket.comment.appendText', 'and appended')`);
  const read = await inApp(app, `client.get('${path}')`);
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByText('Ticket #1 has been updated').waitFor();

  expect(read[path]).toBe('from the app');
  expect(world.acme.comments(1).at(-1)?.['body']).toBe('Drafted\nand appended');
  const fields = world.acme.ticket(1)['custom_fields'] as Json[];
  expect(fields).toContainEqual({ id: fieldId, value: 'from the app' });
});

test('hides and shows a ticket field on the page', async () => {
  await createField(world.acme);
  const { page, app } = await openProbe(world);
  const [field] = await inApp<Json[]>(app, `(await client.get('ticketFields')).ticketFields`);
  const label = page.getByLabel('Probe state');
  const before = await label.isVisible();

  await inApp(app, `client.invoke('ticketFields:${String(field?.['name'])}.hide')`);
  const hidden = await label.count();
  await inApp(app, `client.invoke('ticketFields:${String(field?.['name'])}.show')`);

  expect([before, hidden, await label.count()]).toEqual([true, 0, 1]);
});

test('tells subscribers alone of a new comment and of who wrote it', async () => {
  const { app } = await openProbe(world);
  await inApp(app, `['ticket.comments.changed', 'ticket.updated'].forEach(listen)`);
  await inApp(app, `client.get('ticket.id')`);

  world.acme.comment(1, { by: 'alice', text: 'Hello again' });
  await waitFor(app, 'ticket.updated');

  const [comments] = (await heard(app, 'ticket.comments.changed')) as Json[][];
  expect(comments?.at(-1)).toMatchObject({ isPublic: true, author: { name: 'Alice Moreau' } });
  expect(await heard(app, 'ticket.updated')).toMatchObject([{ name: 'Alice Moreau' }]);
  expect(await heard(app, 'ticket.status.changed')).toEqual([]);
});

test('sends nothing more once the last handler was taken away', async () => {
  const { app } = await openProbe(world);
  await inApp(
    app,
    `{
      window.received = [];
      addEventListener('message', ({ data }) => received.push(JSON.parse(data).key));
      listen('ticket.tags.changed');
      listen('ticket.updated');
      await client.get('ticket.id');
    }`,
  );
  const count = () =>
    inApp<number>(app, `received.filter((key) => key === 'zaf.ticket.tags.changed').length`);
  world.acme.update(1, { by: 'bob', tags: ['first'] });
  await waitFor(app, 'ticket.updated');
  const whileListening = await count();

  await inApp(
    app,
    `{
      const [handler] = client._messageHandlers['ticket.tags.changed'];
      client.off('ticket.tags.changed', handler);
      await client.get('ticket.id');
    }`,
  );
  world.acme.update(1, { by: 'bob', tags: ['second'] });
  await waitFor(app, 'ticket.updated', 2);

  // The state at load, and the first change.
  expect([whileListening, await count()]).toEqual([2, 2]);
});

test.each([
  { rule: '', isTold: true },
  { rule: '?customFieldEvents=off', isTold: false },
])(
  'tells of a custom field written by the API: $isTold under "$rule"',
  async ({ rule, isTold }) => {
    const fieldId = await createField(world.acme);
    const { app } = await openProbe(world, `/agent/tickets/1${rule}`);
    const event = `ticket.custom_field_${fieldId}.changed`;
    await inApp(app, `['${event}', 'ticket.updated'].forEach(listen)`);
    await inApp(app, `client.get('ticket.id')`);

    world.acme.update(1, { by: 'assistant', custom_fields: [{ id: fieldId, value: 'new' }] });
    await waitFor(app, 'ticket.updated');

    expect(await heard(app, event)).toEqual(isTold ? [null, 'new'] : [null]);
  },
);

test('lets an app stop a save with a reason, and go on without one', async () => {
  const { page, app } = await openProbe(world);
  await inApp(
    app,
    `{ client.on('ticket.save', () => window.objection ?? true); window.objection = 'Add an order number'; await client.get('ticket.id'); }`,
  );
  await page.getByLabel('Comment', { exact: true }).fill('No number here');
  const before = world.acme.comments(1).length;

  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByRole('alert').filter({ hasText: 'Add an order number' }).waitFor();
  const whileStopped = world.acme.comments(1).length;
  await inApp(app, `{ window.objection = undefined; }`);
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByText('Ticket #1 has been updated').waitFor();

  expect([whileStopped, world.acme.comments(1).length]).toEqual([before, before + 1]);
});

test('opens a modal that talks to the sidebar, and tells the app when it closes', async () => {
  const { page, app } = await openProbe(world);
  const created = await inApp(
    app,
    `client.invoke('instances.create', { location: 'modal', url: 'assets/index.html' })`,
  );
  const [{ instanceGuid }] = created['instances.create'] as [{ instanceGuid: string }];
  await inApp(
    app,
    `{ const modal = client.instance('${instanceGuid}'); modal.on('modal.close', () => heard.push(['closed'])); modal.on('picked', (what) => heard.push(['picked', what])); await client.get('ticket.id'); }`,
  );
  const dialog = page.getByRole('dialog', { name: 'Probe' });
  const modal = await (await dialog.locator('iframe').elementHandle())?.contentFrame();
  await modal?.waitForFunction('window.registered');

  await inApp(modal as Frame, `client.trigger('picked', 'blue')`);
  await waitFor(app, 'picked');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await waitFor(app, 'closed');

  expect(await heard(app, 'picked')).toEqual(['blue']);
  expect(await dialog.count()).toBe(0);
});

test('resizes its frame, notifies, and follows the colour scheme', async () => {
  const { page, app } = await openProbe(world);
  await inApp(app, `{ listen('colorScheme.changed'); await client.get('ticket.id'); }`);

  await inApp(app, `client.invoke('resize', { width: '100%', height: '345px' })`);
  await inApp(app, `client.invoke('notify', 'Saved by <b>Probe</b>', 'alert')`);
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await waitFor(app, 'colorScheme.changed');

  expect((await page.locator('iframe').boundingBox())?.height).toBe(345);
  expect(await page.getByRole('alert').innerText()).toBe('Saved by <b>Probe</b>');
  expect(await heard(app, 'colorScheme.changed')).toEqual(['dark']);
  expect(new URL(app.url()).searchParams.get('colorScheme')).toBe('light');
});

test('shows an app on a page of its own', async () => {
  const { app } = await openProbe(world, (appId) => `/agent/apps/${appId}`);

  const { context } = await inApp<{ context: Json }>(app, 'registered');

  expect(context).toMatchObject({ location: 'nav_bar' });
  expect(context).not.toHaveProperty('ticketId');
});

test('passes a push of the API on to open apps', async () => {
  const { app, appId } = await openProbe(world);
  await inApp(app, `{ listen('api_notification.reload'); await client.get('ticket.id'); }`);

  await inApp(app, pushRequest(appId));
  await waitFor(app, 'api_notification.reload');

  expect(await heard(app, 'api_notification.reload')).toMatchObject([{ body: 'now' }]);
});

const pushRequest = (appId: number) =>
  `client.request({ url: '/api/v2/apps/notify.json', type: 'POST', contentType: 'application/json', data: JSON.stringify({ app_id: ${appId}, event: 'reload', body: 'now' }) })`;

test('answers a call once, however often its id is sent', async () => {
  const { page, app } = await openProbe(world);
  const guid = new URL(app.url()).searchParams.get('app_guid');
  const call = JSON.stringify({
    id: 900,
    request: 'invoke',
    params: { 'ticket.comment.appendText': ['once'] },
    appGuid: guid,
    instanceGuid: guid,
  });

  await inApp(
    app,
    `{ for (let i = 0; i < 3; i += 1) parent.postMessage(${JSON.stringify(call)}, '*'); await client.get('ticket.id'); }`,
  );

  expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('once');
});

test('hears no message that does not come from the frame of the app', async () => {
  const { page, app } = await openProbe(world);
  const guid = new URL(app.url()).searchParams.get('app_guid');
  const forged = JSON.stringify({
    id: 901,
    request: 'set',
    params: { 'ticket.comment.text': 'forged' },
    appGuid: guid,
    instanceGuid: guid,
  });

  await page.evaluate(`window.postMessage(${JSON.stringify(forged)}, '*')`);
  await inApp(app, `client.get('ticket.id')`);

  expect(await text(page)).toBe('');
});

const text = (page: Page) => page.getByLabel('Comment', { exact: true }).inputValue();
