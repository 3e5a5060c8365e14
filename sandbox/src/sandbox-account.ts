import type { Account, ApiCall } from './account.ts';
import { inflict, type AccountFault } from './account-faults.ts';
import type { ChangeFeed } from './change-feed.ts';
import {
  credentialsOf,
  namedUsers,
  type Credentials,
  type NamedUser,
  type UserName,
} from './credentials.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Faults } from './faults.ts';
import { presentComment, presentTicket } from './http/present.ts';
import { registerInstallation, type Registration } from './install-app.ts';
import type { Installation } from './installation.ts';
import type { Audit, Ticket, User } from './model.ts';
import type { Switches } from './switches.ts';
import type { TicketInput } from './tickets/ticket-input.ts';
import { via } from './tickets/via.ts';
import { createTicket, updateTicket } from './tickets/write-ticket.ts';
import { SYSTEM_USER_ID, systemUser } from './users/system-user.ts';

/** A user by name (`alice`) or id; -1 is Zendesk itself. */
export type Who = string | number;
/** JSON as the API shows it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they know to be there
export type Json = Record<string, any>;

/** One account as tests, demo and pages see it. */
export interface SandboxAccount {
  readonly subdomain: string;
  readonly url: string;
  /** `https://127.0.0.1:…`, null unless the sandbox was started with https. */
  readonly httpsUrl: string | null;
  readonly credentials: Credentials;
  readonly users: Record<UserName, NamedUser> & Record<string, NamedUser>;
  /** Writes a comment as that user, through the web; triggers fire. Returns the comment. */
  comment(ticketId: number, comment: { by: Who; text: string; public?: boolean }): Json;
  /** Opens a ticket as that user, through the web; triggers fire. Returns the ticket. */
  createTicket(
    ticket: { by: Who; subject: string; text: string } & Omit<TicketInput, 'comment'>,
  ): Json;
  /** Any other update as that user: status, tags, fields, … Returns the ticket. */
  update(ticketId: number, change: TicketInput & { by: Who }): Json;
  ticket(ticketId: number): Json;
  comments(ticketId: number): Json[];
  audits(ticketId: number): Audit[];
  /** Every API request seen. */
  readonly calls: readonly ApiCall[];
  clearCalls(): void;
  /** Every webhook delivery, oldest first. */
  readonly deliveries: readonly Delivery[];
  clearDeliveries(): void;
  readonly faults: Faults;
  readonly switches: Switches;
  readonly events: ChangeFeed;
  readonly installations: readonly Installation[];
  registerInstallation(registration: Registration): Installation;
  /** What people and time do behind an integration's back, at once. Throws when nothing can be hit. */
  inflict(fault: AccountFault): void;
  /** The user may no longer do anything: their tokens die with them. */
  suspend(who: Who): void;
}

export function asSandboxAccount(account: Account): SandboxAccount {
  const actor = (who: Who) => ({ user: userBy(account, who), via: via('web') });
  const ticketBy = (ticketId: number) => ticketOf(account, ticketId);
  const show = (ticketId: number) => presentTicket(account, ticketBy(ticketId));
  return {
    subdomain: account.subdomain,
    get url() {
      return account.url;
    },
    get httpsUrl() {
      return account.httpsUrl;
    },
    get credentials() {
      return credentialsOf(account);
    },
    get users() {
      return namedUsers(account) as SandboxAccount['users'];
    },
    comment: (ticketId, { by, text, public: isPublic = true }) => {
      const input = { comment: { body: text, public: isPublic } };
      const { comment } = updateTicket(account, ticketBy(ticketId), input, actor(by));
      return presentComment(account, comment!);
    },
    createTicket: ({ by, text, ...input }) =>
      show(createTicket(account, { ...input, comment: { body: text } }, actor(by)).ticket.id),
    update: (ticketId, { by, ...input }) =>
      show(updateTicket(account, ticketBy(ticketId), input, actor(by)).ticket.id),
    ticket: show,
    comments: (ticketId) =>
      account.store.comments(ticketBy(ticketId).id).map((each) => presentComment(account, each)),
    audits: (ticketId) => account.store.audits(ticketBy(ticketId).id),
    get calls() {
      return account.calls;
    },
    clearCalls: () => void account.calls.splice(0),
    clearDeliveries: () => account.delivery.clearLog(),
    get deliveries() {
      return account.delivery.log;
    },
    faults: account.faults,
    switches: account.switches,
    events: account.events,
    get installations() {
      return account.installations;
    },
    registerInstallation: (registration) => registerInstallation(account, registration),
    inflict: (fault) => inflict(account, fault),
    suspend: (who) => inflict(account, { kind: 'suspended-user', userId: userBy(account, who).id }),
  };
}

function ticketOf(account: Account, ticketId: number): Ticket {
  const ticket = account.store.tickets.get(ticketId);
  if (!ticket) throw new Error(`Account ${account.subdomain} has no ticket ${ticketId}.`);
  return ticket;
}

function userBy(account: Account, who: Who): User {
  if (who === SYSTEM_USER_ID) return systemUser(account);
  const id = typeof who === 'number' ? who : namedUsers(account)[who]?.id;
  const user = id === undefined ? undefined : account.store.users.get(id);
  if (user) return user;
  const known = Object.keys(namedUsers(account)).join(', ');
  throw new Error(`Account ${account.subdomain} has no user "${who}". It has: ${known}.`);
}
