import type { Account } from '../account.ts';
import { presentInstallation, type Installation } from '../installation.ts';
import { callsFor, credentialsOf, namedUsers } from '../credentials.ts';

/** What `GET /sandbox.json` shows: everything a person needs to use the account. */
export function describeAccount(account: Account) {
  const { store, switches, faults, clock } = account;
  return {
    subdomain: account.subdomain,
    accountId: account.id,
    url: account.url,
    now: clock.iso(),
    clock: clock.kind,
    credentials: credentialsOf(account),
    named: namedUsers(account),
    users: [...store.users.values()].map(({ id, name, email, role, locale, suspended }) => ({
      ...{ id, name, email, role, locale, suspended },
    })),
    tickets: [...store.tickets.values()].map(({ id, subject, status, requester_id, tags }) => ({
      ...{ id, subject, status, requester_id, tags },
    })),
    ticketFields: store.customFields(),
    webhooks: [...store.webhooks.values()],
    triggers: store.triggersInOrder(),
    installations: account.installations.map(describeInstallation),
    switches,
    faults: {
      api: faults.armed.map(({ match, ...fault }) => ({
        ...fault,
        match: { method: match?.method ?? null, path: match?.path?.source ?? null },
      })),
      delivery: faults.delivery,
    },
    calls: callsFor(account),
    deliveries: account.delivery.log.length,
  };
}

/** What `GET /sandbox/app` shows: the installed apps, secure settings left out. */
export function describeApps(account: Account) {
  return { installations: account.installations.map(describeInstallation) };
}

function describeInstallation(installation: Installation) {
  return presentInstallation(installation, { isAdmin: true });
}
