import type { Article } from './content-records.ts';
import type {
  Attachment,
  Audit,
  Comment,
  CustomRole,
  CustomStatus,
  Group,
  Ticket,
  TicketField,
  TicketForm,
  User,
} from './model.ts';
import type { OAuthClient, OAuthCode, OAuthToken, RefreshToken } from './oauth-records.ts';
import type { Automation, Macro, Trigger, TriggerCategory, View, Webhook } from './rule-records.ts';

export interface Section {
  id: number;
  category_id: number;
  names: Record<string, string>;
}

/** Everything an account holds, in memory. */
export class Store {
  users = new Map<number, User>();
  groups = new Map<number, Group>();
  customRoles = new Map<number, CustomRole>();
  tickets = new Map<number, Ticket>();
  #comments = new Map<number, Comment[]>();
  #audits = new Map<number, Audit[]>();
  ticketFields = new Map<number, TicketField>();
  ticketForms = new Map<number, TicketForm>();
  customStatuses = new Map<number, CustomStatus>();
  webhooks = new Map<string, Webhook>();
  triggers = new Map<number, Trigger>();
  triggerCategories = new Map<string, TriggerCategory>();
  automations = new Map<number, Automation>();
  macros = new Map<number, Macro>();
  views = new Map<number, View>();
  articles = new Map<number, Article>();
  sections = new Map<number, Section>();
  categories = new Map<number, { id: number; names: Record<string, string> }>();
  attachments = new Map<string, Attachment>();
  uploads = new Map<string, { attachments: Attachment[]; expiresAt: number }>();
  oauthClients = new Map<number, OAuthClient>();
  oauthTokens = new Map<string, OAuthToken>();
  oauthCodes = new Map<string, OAuthCode>();
  refreshTokens = new Map<string, RefreshToken>();
  apiTokens = new Set<string>();
  /** Browser sessions: cookie value to user id and CSRF token. */
  sessions = new Map<string, { userId: number; csrfToken: string }>();

  comments(ticketId: number): Comment[] {
    return listOf(this.#comments, ticketId);
  }

  audits(ticketId: number): Audit[] {
    return listOf(this.#audits, ticketId);
  }

  /** Active triggers in the order in which they fire. */
  triggersInOrder(): Trigger[] {
    return [...this.triggers.values()].sort((a, b) => a.position - b.position || a.id - b.id);
  }

  customFields(): TicketField[] {
    return [...this.ticketFields.values()].filter((field) => field.removable);
  }

  userByEmail(email: string): User | undefined {
    const wanted = email.toLowerCase();
    return [...this.users.values()].find((user) => user.email.toLowerCase() === wanted);
  }
}

function listOf<T>(lists: Map<number, T[]>, key: number): T[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}
