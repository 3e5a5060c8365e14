import { expect, test } from 'vitest';
import { browserWorld, openProbe } from './open-workspace.ts';
import { createField, get, inApp, takeOffForm } from './probe.ts';
import type { Json } from './probe.ts';

const world = browserWorld();

const FIELD_PATH = (id: number) => `ticket.customField:custom_field_${id}`;

test('reads parts of what a path gives, and nothing beyond', async () => {
  const { app } = await openProbe(world);
  const form = world.acme.ticket(1)['ticket_form_id'];

  const result = await inApp<Json & { errors: Json }>(
    app,
    `client.get(['ticket.form.id', 'ticket.requester.name', 'ticket.assignee.user.name',
      'currentUser.timeZone.name', 'currentUser.timeZone.nothing', 'ticket.id.length'])`,
  );

  expect(result).toMatchObject({
    'ticket.form.id': form,
    'ticket.requester.name': 'Alice Moreau',
    'ticket.assignee.user.name': null,
    'currentUser.timeZone.name': expect.any(String),
  });
  expect(Object.keys(result.errors)).toEqual(['currentUser.timeZone.nothing', 'ticket.id.length']);
});

test('tells who is signed in, with their groups', async () => {
  const { app } = await openProbe(world);

  const user = (await get(app, 'currentUser')) as Json;

  expect(user).toMatchObject({ id: world.acme.users.bob.id, role: 'agent' });
  expect(user['groups']).toEqual([{ id: expect.any(Number), name: expect.any(String) }]);
  expect(await get(app, 'currentUser.groups')).toEqual(user['groups']);
});

test('knows its own instances and the address of its files', async () => {
  const { app } = await openProbe(world);
  const guid = new URL(app.url()).searchParams.get('app_guid');

  const instances = await get(app, 'instances');
  const one = await get(app, `instances.${guid}`);
  const address = await get(app, 'assetURL:sdk\\.js');

  expect(instances).toEqual({ [guid!]: { instanceGuid: guid, location: 'ticket_sidebar' } });
  expect(one).toMatchObject({ location: 'ticket_sidebar' });
  expect(await inApp(app, `fetch('${String(address)}').then(({ status }) => status)`)).toBe(200);
});

test('describes the fields of the form, with the options of a list', async () => {
  const options = [{ name: 'Blue', value: 'blue' }];
  const id = await createField(world.acme, { type: 'tagger', custom_field_options: options });
  const { app } = await openProbe(world);

  const field = await get(app, `ticketFields:custom_field_${id}`);
  const values = await get(app, `ticketFields:custom_field_${id}.optionValues`);

  expect(field).toMatchObject({ name: `custom_field_${id}`, isVisible: true, isEnabled: true });
  expect(values).toEqual([{ label: 'Blue', value: 'blue' }]);
});

test('locks and frees a field on the page', async () => {
  const id = await createField(world.acme);
  const { page, app } = await openProbe(world);
  const isLocked = () => page.getByLabel('Probe state').isDisabled();

  await inApp(app, `client.invoke('ticketFields:custom_field_${id}.disable')`);
  const whenDisabled = [
    await isLocked(),
    await get(app, `ticketFields:custom_field_${id}.isEnabled`),
  ];
  await inApp(app, `client.invoke('ticketFields:custom_field_${id}.enable')`);

  expect(whenDisabled).toEqual([true, false]);
  expect(await isLocked()).toBe(false);
});

test.each([
  { rule: '', isReadable: true },
  { rule: '?offFormFields=missing', isReadable: false },
])(
  'lets no app set a field that is not on the form; reading it under "$rule": $isReadable',
  async ({ rule, isReadable }) => {
    const on = await createField(world.acme, { title: 'On the form' });
    const off = await createField(world.acme);
    await takeOffForm(world.acme, off);
    world.acme.update(1, { by: 'ada', custom_fields: [{ id: off, value: 'kept' }] });
    const { page, app } = await openProbe(world, `/agent/tickets/1${rule}`);

    const read = await inApp<Json & { errors: Json }>(app, `client.get(['${FIELD_PATH(off)}'])`);
    const set = `client.set('${FIELD_PATH(off)}', 'changed').catch(({ name }) => name)`;

    expect(read[FIELD_PATH(off)]).toBe(isReadable ? 'kept' : undefined);
    expect(Object.keys(read.errors)).toEqual(isReadable ? [] : [FIELD_PATH(off)]);
    expect(await inApp(app, set)).toBe('APIPathError');
    expect(await get(app, FIELD_PATH(on))).toBeNull();
    expect(await page.getByLabel('Probe state').count()).toBe(0);
  },
);

test('writes into the comment as text, as HTML and as Markdown, and makes it a note', async () => {
  const { page, app } = await openProbe(world);

  await inApp(
    app,
    `{
      await client.set('ticket.comment.type', 'internalNote');
      await client.invoke('comment.appendText', 'one');
      await client.invoke('ticket.comment.appendHtml', '<b>two</b>');
      await client.invoke('ticket.comment.appendMarkdown', 'three');
    }`,
  );

  expect(await get(app, 'ticket.comment')).toMatchObject({ text: 'one\ntwo\nthree' });
  expect(await get(app, 'ticket.comment.type')).toBe('internalNote');
  const note = page.getByRole('button', { name: 'Internal note' });
  expect(await note.getAttribute('aria-pressed')).toBe('true');
});

test('changes properties and tags, which the agent then saves', async () => {
  const { page, app } = await openProbe(world);

  await inApp(
    app,
    `{
      await client.set({ 'ticket.priority': 'high', 'ticket.externalId': 'order-1' });
      await client.invoke('ticket.tags.add', 'from_app');
      await client.invoke('ticket.tags.remove', 'website');
    }`,
  );
  await page.getByRole('button', { name: /^Submit as/ }).click();
  await page.getByText('Ticket #1 has been updated').waitFor();

  expect(world.acme.ticket(1)).toMatchObject({
    priority: 'high',
    external_id: 'order-1',
    tags: ['from_app'],
  });
});

test('hides and shows an app with its title', async () => {
  const { page, app } = await openProbe(world);
  const title = page.getByRole('heading', { name: 'Probe', exact: true });

  await inApp(app, `client.invoke('hide')`);
  const hidden = await title.isVisible();
  await inApp(app, `client.invoke('show')`);

  expect([hidden, await title.isVisible()]).toEqual([false, true]);
});

test('answers popover and preloadPane where nothing pops up, and knows no openApp', async () => {
  const { app } = await openProbe(world);
  const invoke = (path: string) =>
    inApp<unknown>(app, `client.invoke('${path}').catch(({ name }) => name)`);

  expect(await invoke('popover')).toEqual({ errors: {}, popover: null });
  expect(await invoke('preloadPane')).toEqual({ errors: {}, preloadPane: null });
  expect(await invoke('openApp')).toBe('APIPathError');
});

test('refuses to set what can only be read and to do what can only be got', async () => {
  const { app } = await openProbe(world);
  const name = (code: string) => inApp<string>(app, `${code}.catch(({ name }) => name)`);

  expect(await name(`client.set('ticket.id', 2)`)).toBe('APIPathError');
  expect(await name(`client.invoke('ticket.status')`)).toBe('APIPathError');
});

test('goes to another ticket and to the page of an app', async () => {
  const { page, app, appId } = await openProbe(world);

  await inApp(app, `void client.invoke('routeTo', 'ticket', 2)`);
  await page.waitForURL(/\/agent\/tickets\/2$/);
  const next = await (await page.waitForSelector('iframe')).contentFrame();
  await next?.waitForFunction('window.registered');
  await next?.evaluate(`void client.invoke('routeTo', 'nav_bar', ${appId})`);

  await page.waitForURL(new RegExp(`/agent/apps/${appId}$`));
});

test('answers a call that is none with an error', async () => {
  const { app } = await openProbe(world);
  const guid = new URL(app.url()).searchParams.get('app_guid');
  const call = { id: 950, request: 'invoke', params: null, appGuid: guid, instanceGuid: guid };

  const answer = await inApp(
    app,
    `new Promise((resolve) => {
      addEventListener('message', ({ data }) => { const m = JSON.parse(data); if (m.id === 950) resolve(m); });
      parent.postMessage('${JSON.stringify(call)}', '*');
    })`,
  );

  expect(answer).toMatchObject({ id: 950, error: { name: 'TypeError' } });
});
