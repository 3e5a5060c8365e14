import type {
  AppInstallation,
  Automation,
  Macro,
  Me,
  OAuthToken,
  TicketField,
  TicketForm,
  Trigger,
  TriggerCategory,
  Webhook,
} from './account-schemas.ts';

/** Why a part could not be read. `failed`: an unexpected status, an unexpected shape, or no answer at all (status 0). */
export type Unreadable = {
  kind: 'unreadable';
  reason: 'forbidden' | 'missing' | 'failed';
  status: number;
};

/** One part of an account: read, or named unreadable. `isCut`: there was more than set-up reads. */
export type Reading<T> = { kind: 'read'; value: T; isCut: boolean } | Unreadable;

/** How the calls prove who they are. Only the caller knows this; Zendesk does not tell. */
export type CallCredentials =
  /** The app, in the signed-in person's own session. */
  | { kind: 'session' }
  /**
   * The server, with a token that it mints anew by itself (`renews`), or one that was given to it. `scopes`: as
   * granted, where the caller knows; a token with an unknown scope cannot even ask for them.
   */
  | { kind: 'oauth'; renews: boolean; scopes?: string[] }
  /** The server, with the legacy API token. */
  | { kind: 'api-token' };

/** Deliveries of our webhook that Zendesk remembers: the newest hundred of the last 7 days. */
export interface DeliverySummary {
  total: number;
  failed: number;
  /** The status of the newest one, in Zendesk's words: `success`, `client error`, `circuit broken`, … */
  newestStatus?: string;
  newestStatusCode?: number;
  /** How many of the newest ones failed in a row, 0 when the newest went well. */
  failedInARow: number;
}

export interface HelpCenterFacts {
  locales: string[];
  /** Published articles that everyone may read. Counts up to one page. */
  articles: number;
}

export interface AccountSettings {
  /** Whether the account lets API tokens in; undefined where Zendesk does not say. */
  apiTokenAccess?: boolean;
}

/** Everything set-up looks at, read at one moment. */
export interface Account {
  /** Epoch milliseconds. */
  readAt: number;
  credentials: CallCredentials;
  me: Reading<Me>;
  /** Of OAuth credentials only; otherwise `missing`. */
  token: Reading<OAuthToken>;
  settings: Reading<AccountSettings>;
  ticketFields: Reading<TicketField[]>;
  ticketForms: Reading<TicketForm[]>;
  webhooks: Reading<Webhook[]>;
  /** Of our own webhook; `missing` while there is none. */
  deliveries: Reading<DeliverySummary>;
  triggers: Reading<Trigger[]>;
  triggerCategories: Reading<TriggerCategory[]>;
  automations: Reading<Automation[]>;
  macros: Reading<Macro[]>;
  installations: Reading<AppInstallation[]>;
  helpCenter: Reading<HelpCenterFacts>;
}

/** A part of the account, in the order in which it is read. */
export type AccountPart = Exclude<keyof Account, 'readAt' | 'credentials'>;

/** The value, or the given one where the part could not be read. */
export function valueOr<T>(reading: Reading<T>, otherwise: T): T {
  return reading.kind === 'read' ? reading.value : otherwise;
}
