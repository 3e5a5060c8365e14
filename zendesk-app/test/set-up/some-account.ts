import { TICKET_FIELD, TRIGGERS, webhookSpec } from '@smart-assistant/shared/setup-spec.ts';
import { FIELD_ID, hostSetup } from '../support/open-app.ts';
import type { AppOpener, HostSetup, OpenApp } from '../support/open-app.ts';
import { newSigner, signed } from '../support/states.ts';

type Answers = HostSetup['responses'];

export const WEBHOOK_ID = '01JC0000000000000000000001';
const TEST_DELIVERY = `POST /api/v2/webhooks/test?webhook_id=${WEBHOOK_ID}`;
export const INSTALLATION = 'PUT /api/v2/apps/installations/55';

/** The lists that set-up reads, by the end of their paths. */
export interface SomeAccount {
  role: string;
  ticketFields: object[];
  webhooks: object[];
  triggers: object[];
  /** Calls that are answered otherwise. */
  answers: Answers;
}

/** Everything of ours is there and right. */
export function healthyAccount(overrides: Partial<SomeAccount> = {}): SomeAccount {
  return {
    role: 'admin',
    ticketFields: [{ ...TICKET_FIELD, id: FIELD_ID, removable: true }],
    webhooks: [{ id: WEBHOOK_ID, ...webhookSpec('https://assistant.example.com', 'acme') }],
    triggers: TRIGGERS.map(({ title, description, conditions, leanBody }, index) => ({
      ...{ id: 71 + index, title, description, conditions, active: true, position: index },
      actions: [{ field: 'notification_webhook', value: [WEBHOOK_ID, leanBody] }],
    })),
    answers: {},
    ...overrides,
  };
}

/** A field that customers see: one thing to mend, and the answers to mending it. */
export function accountToMend(): SomeAccount {
  const account = healthyAccount();
  const [field] = account.ticketFields;
  account.ticketFields = [{ ...field, visible_in_portal: true }];
  account.answers[`PUT /api/v2/ticket_fields/${FIELD_ID}`] = ok({ ticket_field: field });
  account.answers[TEST_DELIVERY] = ok({ response: { status: 200, payload: '{"received":true}' } });
  return account;
}

export function ok(body: object) {
  return { status: 200, body };
}

/** What set-up's test delivery came back with. */
export function delivered(account: SomeAccount, status: number, payload: string): void {
  account.answers[TEST_DELIVERY] = ok({ response: { status, payload } });
}

/** Zendesk with this account behind it, and a ticket with an answer beside which the app stands. */
export async function setUpHost(account: SomeAccount, locale = 'en-US'): Promise<HostSetup> {
  const signer = await newSigner();
  const setup = hostSetup(signer, await signed(signer));
  setup.values['currentUser.locale'] = locale;
  const admin = { id: 900, name: 'Ada Marsh', role: account.role, active: true };
  Object.assign(setup.responses, {
    'GET /api/v2/users/me.json': ok({ user: { ...admin, role: 'admin' } }),
    ...listsOf(account, admin),
    ...account.answers,
  });
  return setup;
}

function listsOf({ ticketFields, webhooks, triggers }: SomeAccount, user: object): Answers {
  const form = { id: 5, name: 'Default', active: true, default: true };
  const article = { id: 1, draft: false, user_segment_id: null };
  return {
    'GET /api/v2/users/me': ok({ user }),
    'GET /api/v2/account/settings': ok({ settings: {} }),
    'GET /api/v2/ticket_forms': ok({ ticket_forms: [{ ...form, ticket_field_ids: [FIELD_ID] }] }),
    'GET /api/v2/apps/installations': ok({ installations: [] }),
    'GET /api/v2/help_center/locales': ok({ locales: ['en-us'] }),
    ...page('ticket_fields', ticketFields),
    ...page('webhooks', webhooks),
    ...page('triggers', triggers),
    ...page('trigger_categories', []),
    ...page('automations', []),
    ...page('macros', []),
    ...page('help_center/articles', [article], 'articles'),
    ...page(`webhooks/${WEBHOOK_ID}/invocations`, [], 'invocations'),
  };
}

function page(path: string, list: object[], key = path): Answers {
  const body = { [key]: list, meta: { has_more: false, after_cursor: null } };
  return { [`GET /api/v2/${path}?page%5Bsize%5D=100`]: ok(body) };
}

/** Opens the set-up beside the ticket; its check has begun. */
export async function openSetUp(opener: AppOpener, setup: HostSetup): Promise<OpenApp> {
  const opened = await opener.open(setup);
  await opened.app.getByRole('button', { name: LABEL }).click();
  return opened;
}

/** The section's button in each language. */
const LABEL = /^(Set-up|Configuración|Configuration|Einrichtung|Configuração)$/;
