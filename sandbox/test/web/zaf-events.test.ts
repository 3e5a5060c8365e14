import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiToken, clientWith } from '../client.ts';
import { browserWorld, openProbe } from './open-workspace.ts';
import { createField, get, heard, inApp, listenTo, waitFor } from './probe.ts';

const world = browserWorld();

test('tells at load of the properties as they are', async () => {
  const { app } = await openProbe(world);
  const form = world.acme.ticket(1)['ticket_form_id'];

  await listenTo(app, 'ticket.form.id.changed', 'ticket.subject.changed', 'ticket.updated');

  expect(await heard(app, 'ticket.form.id.changed')).toEqual([form]);
  expect(await heard(app, 'ticket.subject.changed')).toEqual([world.acme.ticket(1)['subject']]);
  expect(await heard(app, 'ticket.updated')).toEqual([]);
});

test('tells whoever asks for all changes which property it was, and what it was before', async () => {
  const { app } = await openProbe(world);
  await listenTo(app, '*.changed');

  world.acme.update(1, { by: 'bob', priority: 'high' });
  await waitFor(app, '*.changed');

  expect(await heard(app, '*.changed')).toContainEqual({
    propertyName: 'ticket.priority',
    newValue: 'high',
    oldValue: null,
  });
});

test('tells of the assignee as a whole and of the person', async () => {
  const { app } = await openProbe(world);
  await listenTo(app, 'ticket.assignee.changed', 'ticket.assignee.user.changed');

  world.acme.update(1, { by: 'bob', assignee_id: world.acme.users.bob.id });
  await waitFor(app, 'ticket.assignee.user.changed', 2);

  const bob = { id: world.acme.users.bob.id };
  expect((await heard(app, 'ticket.assignee.changed')).at(-1)).toMatchObject({ user: bob });
  expect((await heard(app, 'ticket.assignee.user.changed')).at(-1)).toMatchObject(bob);
});

test('tells of every step of a save that works', async () => {
  const { page, app } = await openProbe(world);
  const steps = ['start', 'done', 'fail', 'always'].map((step) => `ticket.submit.${step}`);
  await listenTo(app, 'ticket.saved', ...steps);

  await page.getByLabel('Comment', { exact: true }).fill('Done');
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await waitFor(app, 'ticket.submit.always');

  expect(await inApp(app, `heard.map(([name]) => name)`)).toEqual([
    'ticket.submit.start',
    'ticket.submit.done',
    'ticket.saved',
    'ticket.submit.always',
  ]);
});

test('tells of a save that Zendesk refused', async () => {
  const { page, app } = await openProbe(world);
  await listenTo(app, 'ticket.submit.fail', 'ticket.saved', 'ticket.submit.always');
  world.acme.faults.next({ match: { method: 'PUT', path: /\/tickets\/1/ }, kind: '500' });

  await page.getByLabel('Comment', { exact: true }).fill('Done');
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await waitFor(app, 'ticket.submit.always');

  expect(await heard(app, 'ticket.submit.fail')).toHaveLength(1);
  expect(await heard(app, 'ticket.saved')).toEqual([]);
});

test.each([
  [`() => false`, 'Probe prevented saving'],
  [`() => 'A reason'`, 'A reason'],
  [`() => { throw new Error('Thrown') }`, 'Thrown'],
  [`() => Promise.reject('Rejected')`, 'Rejected'],
])('keeps the ticket from being saved when a hook is %s', async (hook, reason) => {
  const { page, app } = await openProbe(world);
  await inApp(app, `{ client.on('ticket.save', ${hook}); await client.get('ticket.id'); }`);
  const before = world.acme.comments(1).length;

  await page.getByLabel('Comment', { exact: true }).fill('Not yet');
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByRole('alert').filter({ hasText: reason }).waitFor();

  expect(world.acme.comments(1)).toHaveLength(before);
});

test('saves when a hook promises a text: only a rejection is one', async () => {
  const { page, app } = await openProbe(world);
  const hook = `() => Promise.resolve('fine')`;
  await inApp(app, `{ client.on('ticket.save', ${hook}); await client.get('ticket.id'); }`);

  await page.getByLabel('Comment', { exact: true }).fill('Go on');
  await page.getByRole('button', { name: /^Submit as/ }).click();

  await page.getByText('Ticket #1 has been updated').waitFor();
});

test('tells a pane that it is open, and when the agent leaves and comes back', async () => {
  const { page, app } = await openProbe(world, (appId) => `/agent/apps/${appId}`);
  await inApp(
    app,
    `{ ['pane.activated', 'pane.deactivated'].forEach(listen); await client.get('currentUser.id'); }`,
  );
  const turn = (state: string) =>
    page.evaluate(`{
      Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }`);

  await turn('hidden');
  await turn('visible');
  await waitFor(app, 'pane.activated', 2);

  expect(await inApp(app, `heard.map(([name]) => name)`)).toEqual([
    'pane.activated',
    'pane.deactivated',
    'pane.activated',
  ]);
});

test('tells an app beside a ticket that its tab is in front, and of no pane', async () => {
  const { app } = await openProbe(world);

  await listenTo(app, 'app.activated', 'pane.activated');

  expect(await heard(app, 'app.activated')).toEqual([{ firstLoad: true }]);
  expect(await heard(app, 'pane.activated')).toEqual([]);
});

test('lets an app say its last words when it is loaded anew', async () => {
  const { page, app } = await openProbe(world);
  const bye = `() => client.invoke('notify', 'Goodbye')`;
  await inApp(app, `{ client.on('app.willDestroy', ${bye}); await client.get('ticket.id'); }`);

  await page.getByRole('button', { name: 'Reload Probe' }).click();

  await page.getByRole('status').filter({ hasText: 'Goodbye' }).waitFor();
  await expect.poll(() => page.locator('iframe').count()).toBe(1);
});

test('closes a modal that destroys itself', async () => {
  const { page, app } = await openProbe(world);
  await inApp(
    app,
    `client.invoke('instances.create', { location: 'modal', url: 'assets/index.html' })`,
  );
  const dialog = page.getByRole('dialog', { name: 'Probe' });
  const modal = (await (await dialog.locator('iframe').elementHandle())?.contentFrame()) as Frame;
  await modal.waitForFunction('window.registered');

  await inApp(modal, `void client.invoke('destroy')`);
  await dialog.waitFor({ state: 'detached' });

  expect(Object.keys((await get(app, 'instances')) as object)).toHaveLength(1);
});

test('tells of the size and the scrolling of the window', async () => {
  const { page, app } = await openProbe(world);
  await listenTo(app, 'window.resize', 'window.scroll');

  await page.setViewportSize({ width: 1000, height: 700 });
  await page.evaluate(`document.dispatchEvent(new Event('scroll'))`);

  await waitFor(app, 'window.resize');
  await waitFor(app, 'window.scroll');
});

test('brings a push to the agent that it names alone, with its sender', async () => {
  const { app, appId } = await openProbe(world);
  const { ada, bob } = world.acme.users;
  const zendesk = clientWith(world.acme, apiToken(world.acme, ada.email));
  await listenTo(app, 'api_notification.news');
  const push = (body: string, agentId: number) =>
    zendesk.post('/apps/notify', { app_id: appId, event: 'news', body, agent_id: agentId });

  await push('for ada', ada.id);
  await push('for bob', bob.id);
  await waitFor(app, 'api_notification.news');

  expect(await heard(app, 'api_notification.news')).toEqual([{ body: 'for bob', sender: ada.id }]);
});

test('tells of no field that an app has not asked for', async () => {
  const [first, second] = [await createField(world.acme), await createField(world.acme)];
  const { app } = await openProbe(world);
  await listenTo(app, `ticket.custom_field_${first}.changed`, 'ticket.updated');

  world.acme.update(1, { by: 'bob', custom_fields: [{ id: second, value: 'x' }] });
  await waitFor(app, 'ticket.updated');

  expect(await heard(app, `ticket.custom_field_${first}.changed`)).toEqual([null]);
});
