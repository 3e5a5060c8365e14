import type { Account, AccountPart, Unreadable } from './account.ts';
import { newFinding } from './finding.ts';
import type { SetupObject } from './finding.ts';
import type { CheckInput, CheckResult, Judged } from './judged.ts';
import { personDoes } from './places.ts';

interface PartNeed {
  name: string;
  object: SetupObject;
  isNeeded: boolean;
  /** Some plans have no such thing: its absence is no finding. */
  mayBeAbsent?: boolean;
}

const PARTS: Partial<Record<AccountPart, PartNeed>> = {
  me: { name: 'user', object: { kind: 'credentials', name: '' }, isNeeded: true },
  ticketFields: need('ticket fields', { kind: 'ticket_field', name: 'Ticket fields' }),
  webhooks: need('webhooks', { kind: 'webhook', name: 'Webhooks' }),
  triggers: need('triggers', { kind: 'comment_trigger', name: 'Triggers' }),
  token: extra('OAuth token', { kind: 'credentials', name: 'OAuth token' }),
  ticketForms: extra('ticket forms', { kind: 'ticket_form', name: 'Ticket forms' }),
  deliveries: extra('deliveries', { kind: 'deliveries', name: 'Deliveries' }),
  automations: extra('automations', { kind: 'automation', name: 'Automations' }),
  macros: extra('macros', { kind: 'macro', name: 'Macros' }),
  installations: extra('apps', { kind: 'app', name: 'Apps' }),
};

function need(name: string, object: SetupObject): PartNeed {
  return { name, object, isNeeded: true };
}

function extra(name: string, object: SetupObject): PartNeed {
  return { name, object, isNeeded: false, mayBeAbsent: true };
}

/** Each part that could not be read, by name and reason. */
export function checkReadable({ account }: CheckInput): CheckResult {
  const isKnownLack = isServerWithoutRights(account);
  const judged: Judged[] = [];
  for (const [part, { name, object, isNeeded, mayBeAbsent }] of Object.entries(PARTS)) {
    const reading = account[part as AccountPart];
    if (reading.kind === 'read' || (mayBeAbsent && reading.reason === 'missing')) continue;
    const isLack = isKnownLack && reading.reason === 'forbidden';
    const finding = newFinding({
      code: isNeeded && !isLack ? 'need_unreadable' : 'part_unreadable',
      ...(isNeeded && isLack && { severity: 'degraded' }),
      object,
      part: name,
      actual: reading.status === 0 ? 'no answer' : String(reading.status),
      params: { part: name, reason: reading.reason },
      fix: placeOf(account, reading),
    });
    judged.push({ finding });
  }
  return { judged, passed: [] };
}

/** Its person may answer tickets and need not see the rules: the assistant works, and an admin's app checks. */
function isServerWithoutRights({ me, credentials }: Account): boolean {
  const role = me.kind === 'read' && me.value.id !== null ? me.value.role : 'admin';
  return credentials.kind !== 'session' && role !== 'admin';
}

/** Where a person lets us read it. */
function placeOf({ me, credentials }: Account, { reason, status }: Unreadable) {
  const isSession = credentials.kind === 'session';
  if (status === 401) {
    const ofServer = credentials.kind === 'oauth' ? 'oauthClients' : 'apiSettings';
    return personDoes(isSession ? 'signIn' : ofServer);
  }
  if (reason !== 'forbidden') return personDoes('later');
  return personDoes('people', me.kind === 'read' ? me.value.name : undefined);
}
