import type { Frame } from 'playwright-core';
import type { SandboxAccount } from '../../src/sandbox-account.ts';
import { apiToken, clientWith } from '../client.ts';

export type Json = Record<string, unknown>;

/** Runs JavaScript in the app's frame, where `client` is the SDK's client; answers what it resolves to. */
export const inApp = <T = Json>(app: Frame, code: string) =>
  app.evaluate<T>(`(async () => ${code})()`);

/** Gets one path. */
export const get = async (app: Frame, path: string) =>
  (await inApp(app, `client.get(${JSON.stringify(path)})`))[path];

/** The messages of an event, in the order in which they came. */
export const heard = (app: Frame, event: string) =>
  inApp<unknown[]>(app, `heard.filter(([name]) => name === '${event}').map(([, m]) => m)`);

export const waitFor = (app: Frame, event: string, count = 1) =>
  app.waitForFunction(`heard.filter(([name]) => name === '${event}').length >= ${count}`);

/** Subscribes, and waits until the workspace knows. */
export const listenTo = (app: Frame, ...events: string[]) =>
  inApp(app, `{ ${JSON.stringify(events)}.forEach(listen); await client.get('ticket.id'); }`);

/** A new field of the account, on the default form. */
export async function createField(acme: SandboxAccount, field: object = {}): Promise<number> {
  const zendesk = clientWith(acme, apiToken(acme, acme.users.ada.email));
  const given = { type: 'textarea', title: 'Probe state', ...field };
  return (await zendesk.post('/ticket_fields', { ticket_field: given })).ticket_field.id as number;
}

/** Takes a field off the default form. */
export async function takeOffForm(acme: SandboxAccount, fieldId: number): Promise<void> {
  const zendesk = clientWith(acme, apiToken(acme, acme.users.ada.email));
  const { ticket_forms: forms } = await zendesk.get('/ticket_forms');
  const kept = forms[0].ticket_field_ids.filter((id: number) => id !== fieldId);
  await zendesk.put(`/ticket_forms/${forms[0].id}`, { ticket_form: { ticket_field_ids: kept } });
}
