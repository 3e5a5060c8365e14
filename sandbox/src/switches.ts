/**
 * Rules that Zendesk does not document (or that differ between accounts). Each is a switch, so that a client
 * can be tested on both sides. Defaults are the likelier or the documented side.
 */
export interface Switches {
  /** How placeholders land in a JSON body: escaped, raw, or raw with the dashed header line above a bare comment. */
  liquid: 'escape' | 'raw' | 'raw-with-header';
  /** When a webhook body is rendered: as the trigger fires, or as the request leaves. */
  renderAt: 'trigger' | 'delivery';
  /** Accounts created since 2026-07-28 have no API tokens. */
  apiTokens: 'enabled' | 'disabled';
  /** The scopes that an admin allows the OAuth clients; asking for more is refused. null: anything may be asked for. */
  clientScopes: string[] | null;
  /** Does `status` "changed to" match a ticket that is created with that status? */
  changedToMatchesCreate: boolean;
  /** Retries of one invocation: same timestamp and signature, or signed anew. */
  retriesSignedAnew: boolean;
  /** Waits before the 1st, 2nd, … retry, in ms on the account's clock. Undocumented. */
  retryDelaysMs: number[];
  /** A webhook request that takes longer has timed out; real milliseconds. Documented: 12 s. */
  webhookTimeoutMs: number;
  /** How long an open circuit breaker sends nothing; ms on the account's clock. Undocumented. */
  circuitOpenMs: number;
  /** Is what an open circuit breaker held back sent once it closes? */
  circuitReplays: boolean;
  /** How long deliveries are still signed with the old secret after a reset; ms on the account's clock. */
  secretResetGraceMs: number;
  /** Which endpoints a webhook may have: https and this machine alone, or plain http anywhere. */
  plainHttpEndpoints: 'this-machine' | 'anywhere';
  /** How many custom headers a webhook may have; null: any number. Undocumented. */
  maxCustomHeaders: number | null;
  /** The code of a webhook that is refused with 400. */
  webhookRefusalCode: string;
  /** A payload of 256 KB and more is never sent. Does the invocation log tell of it? */
  oversizePayload: 'failed' | 'unlogged';
  /** Name of the sender of deliveries. */
  webhookUserAgent: string;
  /** How an attempt in the invocation log shows a JSON payload. */
  attemptPayload: 'string' | 'object';
  /** Does a webhook request follow redirects? */
  followRedirects: boolean;
  /** Content type of JSON deliveries. */
  contentType: 'application/json' | 'application/json; charset=utf-8';
  /** Largest value of a text field, in bytes; more is a 422. */
  maxFieldValueBytes: number;
  /** Are values of text fields kept to the letter, or trimmed with plain line ends? */
  fieldValues: 'verbatim' | 'trimmed';
  /** What becomes of a value for a field that is not on the ticket's form. */
  fieldsOffForm: 'stored' | 'ignored';
  /** What becomes of an agent's write to a field that an admin forbids agents to edit. Admins may always. */
  lockedFieldWrites: 'stored' | 'ignored';
  /** Does the update of a single ticket know `additional_tags` and `remove_tags`, as update_many does? */
  additionalTagsOnPut: boolean;
  /** How the conditions on roles spell them: `end_user` and `agent`, or as users have them: `end-user`, `agent`, `admin`. */
  roleValues: 'of-conditions' | 'of-users';
  /** Must a new trigger name its category? */
  triggerCategory: 'optional' | 'required';
  /** Has the template language a `json` filter? Classic Liquid has none. */
  jsonFilter: 'absent' | 'present';
  /** How exact the placeholders …_with_timestamp are. */
  timestampPlaceholders: 'minutes' | 'seconds';
  /** May a webhook be deleted while a trigger refers to it? */
  deleteReferencedWebhook: 'allowed' | 'refused';
  /** Does the webhook itself (show, list) carry its signing secret? */
  webhookShowsSigningSecret: boolean;
  /** Do webhooks that subscribe to events hear of the system's 28-day close? */
  systemCloseEvents: boolean;
  /** The newest seconds that the incremental export leaves out. */
  incrementalLagSeconds: number;
  /** How long search does not find a new record; minutes are common on real accounts. */
  searchLagSeconds: number;
  /** Rate limits: a plan's requests per minute, ticket updates per minute, updates per user and ticket in 10 minutes. */
  limits: Limits;
  /** How many active triggers and how many trigger categories an account may have. Documented: 7,000 and 500. */
  ruleLimits: { activeTriggers: number; triggerCategories: number };
  /** Has the account a help center? */
  helpCenter: 'active' | 'absent';
  /** Incremental exports a minute: 10, or 30 with the High Volume add-on. */
  exportsPerMinute: number;
  /** Trial accounts: at most 10 webhooks and 60 invocations a minute. */
  trial: boolean;
  /** Are the objects that an app's requirements made deleted when the app is removed? */
  uninstallDeletesRequirements: boolean;
  /** Are objects that an app's requirements made locked against deletion while the app is installed? */
  requirementsLocked: boolean;
  /** May a requirement name another of the same file by its identifier where an id belongs? */
  requirementsByIdentifier: boolean;
  /** Are settings put in for `{{setting.x}}` in the bodies of requirements? */
  settingsInRequirements: boolean;
  /** Does an update of an installation keep the secure settings that it leaves out? */
  updateKeepsSecureSettings: boolean;
  /** Body of a 429. */
  rateLimitBody: 'json' | 'text';
  /**
   * Do the ids of comments and audits count up? No page promises an order, and Zendesk's gem `global_uid` knows
   * several id servers: then about every second one is smaller than the one before on its ticket.
   */
  ids: 'count-up' | 'several-servers';
  /**
   * What a follow-up takes along besides the closed ticket's tags. The help center speaks of most fields, the API's
   * pages of tags only.
   */
  followUpCopies: 'tags-and-fields' | 'tags';
  /** Are deleted users among the `users` of a list of comments? Undocumented. */
  deletedAuthors: 'listed' | 'missing';
  /** How many reads of a ticket's comments leave out what was written just before, as a read replica may. Undocumented. */
  commentsLag: number;
}

export interface Limits {
  planPerMinute: number;
  updatesPerMinute: number;
  updatesPerTicket: number;
}

/** Suite Enterprise: https://developer.zendesk.com/api-reference/introduction/rate-limits */
const ENTERPRISE: Limits = {
  planPerMinute: 700,
  updatesPerMinute: 100,
  updatesPerTicket: 30,
};

export function defaultSwitches(): Switches {
  return {
    liquid: 'escape',
    renderAt: 'trigger',
    apiTokens: 'enabled',
    clientScopes: null,
    changedToMatchesCreate: false,
    retriesSignedAnew: true,
    retryDelaysMs: [1000, 2000, 4000, 8000, 16_000],
    webhookTimeoutMs: 12_000,
    circuitOpenMs: 60_000,
    circuitReplays: false,
    secretResetGraceMs: 0,
    plainHttpEndpoints: 'this-machine',
    maxCustomHeaders: null,
    webhookRefusalCode: 'InvalidWebhook',
    oversizePayload: 'failed',
    webhookUserAgent: 'Zendesk Webhook',
    attemptPayload: 'string',
    followRedirects: false,
    contentType: 'application/json',
    maxFieldValueBytes: 65_535,
    fieldValues: 'verbatim',
    fieldsOffForm: 'stored',
    lockedFieldWrites: 'stored',
    additionalTagsOnPut: true,
    roleValues: 'of-conditions',
    triggerCategory: 'optional',
    jsonFilter: 'absent',
    timestampPlaceholders: 'minutes',
    deleteReferencedWebhook: 'refused',
    webhookShowsSigningSecret: false,
    systemCloseEvents: true,
    incrementalLagSeconds: 60,
    searchLagSeconds: 60,
    limits: { ...ENTERPRISE },
    ruleLimits: { activeTriggers: 7000, triggerCategories: 500 },
    helpCenter: 'active',
    exportsPerMinute: 10,
    trial: false,
    uninstallDeletesRequirements: true,
    requirementsLocked: true,
    requirementsByIdentifier: true,
    settingsInRequirements: true,
    updateKeepsSecureSettings: true,
    rateLimitBody: 'json',
    ids: 'count-up',
    followUpCopies: 'tags-and-fields',
    deletedAuthors: 'listed',
    commentsLag: 0,
  };
}
