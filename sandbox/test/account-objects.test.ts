import { expect, test } from 'vitest';
import { apiToken, clientWith } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld();

const FIELD = {
  type: 'textarea',
  title: 'Smart Assistant state',
  agent_description: 'Managed by Smart Assistant. Do not edit.',
  agent_can_edit: false,
};

test('creates a ticket field with the defaults of the platform, agent_can_edit read-only', async () => {
  const { status, body } = await world.zendesk.call('POST', '/ticket_fields', {
    ticket_field: FIELD,
  });

  expect(status).toBe(201);
  expect(body.ticket_field).toMatchObject({
    type: 'textarea',
    raw_title: FIELD.title,
    agent_description: FIELD.agent_description,
    agent_can_edit: true,
    position: 9999,
    removable: true,
  });
});

test('tells who made a ticket field when it is asked for that', async () => {
  const { acme, zendesk } = world;
  const { ticket_field: made } = await zendesk.post('/ticket_fields', { ticket_field: FIELD });
  const path = `/ticket_fields/${made.id}.json`;

  const { ticket_field: plain } = await zendesk.get(path);
  const { ticket_field: field } = await zendesk.get(`${path}?creator=true`);
  const { ticket_fields: all } = await zendesk.get('/ticket_fields.json?creator=true');

  const creator = { creator_user_id: acme.users.assistant.id, creator_app_name: null };
  expect(Object.keys(plain)).not.toContain('creator_user_id');
  expect(field).toMatchObject(creator);
  expect(all.at(-1)).toMatchObject(creator);
});

test('changes everything of a ticket field but its type', async () => {
  const { zendesk } = world;
  const { ticket_field: field } = await zendesk.post('/ticket_fields', { ticket_field: FIELD });

  const { ticket_field: changed } = await zendesk.put(`/ticket_fields/${field.id}`, {
    ticket_field: { title: 'Renamed', active: false, type: 'checkbox' },
  });

  expect(changed).toMatchObject({ title: 'Renamed', active: false, type: 'textarea' });
  const { ticket } = await zendesk.get('/tickets/1');
  expect(ticket.custom_fields).toEqual([]);
});

test('deletes a custom field with its values and keeps the system fields', async () => {
  const { zendesk } = world;
  const { ticket_field: field } = await zendesk.post('/ticket_fields', { ticket_field: FIELD });
  await zendesk.put('/tickets/1', { ticket: { custom_fields: [{ id: field.id, value: 'x' }] } });
  const { ticket_fields: fields } = await zendesk.get('/ticket_fields.json');
  const subject = fields.find(({ type }: { type: string }) => type === 'subject');

  const gone = await zendesk.call('DELETE', `/ticket_fields/${field.id}`);
  const kept = await zendesk.call('DELETE', `/ticket_fields/${subject.id}`);

  expect([gone.status, kept.status]).toEqual([204, 422]);
  expect((await zendesk.get('/tickets/1')).ticket.custom_fields).toEqual([]);
});

test.each([
  [{ type: 'poem', title: 'T' }, 'type'],
  [{ type: 'text' }, 'title'],
  [{ type: 'text', title: ' ' }, 'title'],
])('refuses the ticket field %j under details.%s', async (field, key) => {
  const answer = await world.zendesk.call('POST', '/ticket_fields', { ticket_field: field });

  expect(answer.status).toBe(422);
  expect(answer.body.details).toHaveProperty(key);
});

test('lists fields whole, or by cursor when asked, and to customers only theirs', async () => {
  const { acme, zendesk } = world;
  await zendesk.post('/ticket_fields', { ticket_field: FIELD });
  const alice = clientWith(acme, apiToken(acme, acme.users.alice.email));

  const whole = await zendesk.get('/ticket_fields');
  const page = await zendesk.get('/ticket_fields?page[size]=3');
  const theirs = await alice.get('/ticket_fields');

  expect(whole.ticket_fields).toHaveLength(8);
  expect(page.ticket_fields).toHaveLength(3);
  expect(page.meta.has_more).toBe(true);
  expect(theirs.ticket_fields.map(({ type }: { type: string }) => type)).toEqual([
    'subject',
    'description',
  ]);
});

test('puts a new field on the default form, from which it can be taken', async () => {
  const { zendesk } = world;
  const { ticket_field: field } = await zendesk.post('/ticket_fields', { ticket_field: FIELD });
  const { ticket_forms: forms } = await zendesk.get('/ticket_forms.json');
  const [form] = forms;

  const { ticket_form: changed } = await zendesk.put(`/ticket_forms/${form.id}`, {
    ticket_form: { ticket_field_ids: form.ticket_field_ids.slice(0, -1) },
  });

  expect(form.ticket_field_ids).toContain(field.id);
  expect(changed.ticket_field_ids).not.toContain(field.id);
});

test('checks values against the type of their field', async () => {
  const { zendesk } = world;
  const create = async (field: Record<string, unknown>) =>
    (await zendesk.post('/ticket_fields', { ticket_field: field })).ticket_field.id;
  const pattern = await create({
    type: 'regexp',
    title: 'Code',
    regexp_for_validation: '^[A-Z]{3}$',
  });
  const list = await create({
    type: 'tagger',
    title: 'Reason',
    custom_field_options: [{ name: 'Too small', value: 'too_small' }],
  });
  const put = async (id: number, value: unknown) =>
    (await zendesk.call('PUT', '/tickets/1', { ticket: { custom_fields: [{ id, value }] } }))
      .status;

  expect([await put(pattern, 'ABC'), await put(pattern, 'abc')]).toEqual([200, 422]);
  expect([await put(list, 'too_small'), await put(list, 'too_big')]).toEqual([200, 422]);
});

test('lists users by role, finds them by e-mail, and adds one', async () => {
  const { acme, zendesk } = world;

  const { users: admins } = await zendesk.get('/users?role=admin');
  const { users: found } = await zendesk.get('/users/search?query=email:marta@correo.example');
  const { status, body } = await zendesk.call('POST', '/users', {
    user: { name: 'Zoe', email: 'zoe@mail.example' },
  });

  expect(admins.map(({ id }: { id: number }) => id)).toEqual([
    acme.users.ada.id,
    acme.users.assistant.id,
  ]);
  expect(found).toMatchObject([{ name: 'Marta Ruiz', locale: 'es' }]);
  expect(status).toBe(201);
  expect(body.user).toMatchObject({ role: 'end-user', suspended: false });
});

test('tells the settings, locales, and statuses of an account', async () => {
  const { zendesk } = world;

  const { settings } = await zendesk.get('/account/settings.json');
  const { locales } = await zendesk.get('/locales.json');
  const { custom_statuses: open } = await zendesk.get(
    '/custom_statuses.json?status_categories=open&active=true',
  );

  expect(settings.api.api_token_access).toBe('true');
  expect(locales.map(({ locale }: { locale: string }) => locale)).toContain('es');
  expect(open.filter((status: { default: boolean }) => status.default)).toHaveLength(1);
});
