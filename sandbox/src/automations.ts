import type { Account } from './account.ts';
import { ApiError } from './http/errors.ts';
import type { Ticket } from './model.ts';
import type { Action, Automation, Condition } from './rule-records.ts';
import { viaRule, via } from './tickets/via.ts';
import { updateTicket } from './tickets/write-ticket.ts';
import { asInput, runActions } from './triggers/actions.ts';
import { matches } from './triggers/conditions.ts';
import type { TicketInput } from './tickets/ticket-input.ts';
import { systemUser } from './users/system-user.ts';

const HOUR_MS = 3_600_000;
/** The system itself closes what has been solved for so long, and then no trigger fires. */
const SYSTEM_CLOSE_MS = 28 * 24 * HOUR_MS;

/** Once an hour: automations, then the system's own 28-day close. */
export function startTimetable(account: Account): void {
  account.clock.after(HOUR_MS, () => {
    runHour(account);
    startTimetable(account);
  });
}

function runHour(account: Account): void {
  for (const automation of account.store.automations.values()) {
    if (!automation.active) continue;
    for (const ticket of account.store.tickets.values()) {
      if (ticket.status !== 'closed' && applies(account, automation, ticket)) {
        runAutomation(account, automation, ticket);
      }
    }
  }
  for (const ticket of account.store.tickets.values()) closeBySystem(account, ticket);
}

/** https://support.zendesk.com/hc/en-us/articles/4408822236058 */
function closeBySystem(account: Account, ticket: Ticket): void {
  if (ticket.status !== 'solved') return;
  if (account.clock.now() - ticket.statusSince < SYSTEM_CLOSE_MS) return;
  const actor = { user: systemUser(account), via: via('rule'), silent: true };
  updateTicket(account, ticket, { status: 'closed' }, actor);
}

/** Conditions of automations: those of triggers on a ticket at rest, and hours since a status (`SOLVED greater_than 96`). */
function applies(account: Account, { conditions }: Automation, ticket: Ticket): boolean {
  const actor = { user: systemUser(account), via: via('rule') };
  const atRest = { ticket, before: ticket, comment: undefined, actor };
  const holds = (condition: Condition) => {
    const isHours = /^[A-Z_]+$/.test(condition.field);
    if (!isHours) return matches(account, { all: [condition], any: [] }, atRest);
    const hours = (account.clock.now() - ticket.statusSince) / HOUR_MS;
    const isInStatus = ticket.status === condition.field.toLowerCase();
    return isInStatus && hours > Number(condition.value);
  };
  const { all, any } = conditions;
  return all.every(holds) && (any.length === 0 || any.some(holds));
}

function runAutomation(account: Account, automation: Automation, ticket: Ticket): void {
  const actor = { user: systemUser(account), via: viaRule('automation', automation) };
  const isNotification = ({ field }: Action) => field.startsWith('notification_');
  const input: TicketInput = {};
  for (const action of automation.actions.filter((each) => !isNotification(each))) {
    Object.assign(input, asInput(action, { ticket, actor }));
  }
  try {
    const written = updateTicket(account, ticket, input, actor);
    const notifications = automation.actions.filter(isNotification);
    const update = { ...written, before: ticket, actor };
    runActions(account, { ...automation, actions: notifications }, update, actor.via);
  } catch (error) {
    // A ticket that may not be changed is passed over, as by the real automation.
    if (!(error instanceof ApiError)) throw error;
  }
}
