import { z } from 'zod';
import { numericId } from '../ids.ts';

/**
 * Zendesk's objects as far as set-up looks at them. What is missing from an answer reads as Zendesk's default,
 * because accounts of different ages and plans send different keys.
 */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const flag = (otherwise: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((value) => value ?? otherwise);

/** https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self */
export const me = z.object({
  /** Null for an anonymous caller, whom Zendesk answers 200. */
  id: z.union([numericId, z.null()]),
  name: text,
  role: z.string().catch('end-user'),
  custom_role_id: z.union([numericId, z.null()]).optional().catch(null),
  active: flag(true),
  verified: flag(true),
  suspended: flag(false),
  /** Which tickets the person may see; empty: all. */
  ticket_restriction: text.catch(''),
});
export type Me = z.infer<typeof me>;

/** https://developer.zendesk.com/api-reference/ticketing/oauth/oauth_tokens/ */
export const oauthToken = z.object({
  scopes: z.array(z.string()).catch([]),
  expires_at: z.string().nullish(),
});
export type OAuthToken = z.infer<typeof oauthToken>;

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/ */
export const ticketField = z.object({
  id: numericId,
  type: z.string(),
  title: text,
  description: text,
  agent_description: text,
  active: flag(true),
  required: flag(false),
  required_in_portal: flag(false),
  visible_in_portal: flag(false),
  editable_in_portal: flag(false),
  regexp_for_validation: z.string().nullish(),
  agent_can_edit: flag(true),
  removable: flag(true),
});
export type TicketField = z.infer<typeof ticketField>;

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_forms/ */
export const ticketForm = z.object({
  id: numericId,
  name: text,
  active: flag(true),
  default: flag(false),
  ticket_field_ids: z.array(numericId).catch([]),
});
export type TicketForm = z.infer<typeof ticketForm>;

/** https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks */
export const webhook = z.object({
  /** A ULID: its order is the order of creation. */
  id: z.string(),
  name: text,
  description: text,
  endpoint: text,
  http_method: text,
  request_format: text,
  status: text,
  subscriptions: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  /** Set when a Zendesk app made it: nobody can read the signing secret of such a webhook. */
  external_source: z.unknown().optional(),
});
export type Webhook = z.infer<typeof webhook>;

/** https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#list-webhook-invocations */
export const invocation = z.object({
  id: z.string(),
  status: z.string(),
  status_code: z.number().nullish(),
});

/** Via ids come back as numbers; ids of several statuses as a list. */
const ruleValue = z.unknown().optional();

export const condition = z.object({ field: z.string(), operator: text, value: ruleValue });
export type Condition = z.infer<typeof condition>;

export const action = z.object({ field: z.string(), value: ruleValue });
export type Action = z.infer<typeof action>;

const conditions = z
  .object({
    all: z
      .array(condition)
      .nullish()
      .transform((value) => value ?? []),
    any: z
      .array(condition)
      .nullish()
      .transform((value) => value ?? []),
  })
  .nullish()
  .transform((value) => value ?? { all: [], any: [] });
export type Conditions = z.infer<typeof conditions>;

const rule = {
  id: numericId,
  title: text,
  active: flag(true),
  position: z
    .number()
    .nullish()
    .transform((value) => value ?? 0),
  conditions,
  actions: z.array(action).catch([]),
};

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */
export const trigger = z.object({
  ...rule,
  description: text,
  category_id: z.union([z.string(), z.number().transform(String)]).nullish(),
  /** One of those that every account starts with. */
  default: flag(false),
});
export type Trigger = z.infer<typeof trigger>;

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/ */
export const triggerCategory = z.object({ id: z.coerce.string(), name: text });
export type TriggerCategory = z.infer<typeof triggerCategory>;

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/automations/ */
export const automation = z.object({ ...rule, default: flag(false) });
export type Automation = z.infer<typeof automation>;

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/ */
export const macro = z.object({
  id: numericId,
  title: text,
  active: flag(true),
  actions: z.array(action).catch([]),
});
export type Macro = z.infer<typeof macro>;

/** https://developer.zendesk.com/api-reference/ticketing/apps/apps/ */
export const appInstallation = z.object({
  id: numericId,
  app_id: numericId.nullish().catch(null),
  enabled: flag(true),
  /** The name stands under settings, or beside them, depending on the app. */
  settings: z.object({ name: text, title: text }).partial().nullish().catch(null),
  name: text.optional(),
});
export type AppInstallation = z.infer<typeof appInstallation>;

/** https://developer.zendesk.com/api-reference/ticketing/account-configuration/account_settings/ */
const settings = z
  .object({ api: z.object({ api_token_access: z.union([z.string(), z.boolean()]) }).partial() })
  .partial()
  .transform(({ api }): { apiTokenAccess?: boolean } => {
    const access = api?.api_token_access;
    return access === undefined ? {} : { apiTokenAccess: String(access) === 'true' };
  });

export const SETTINGS = { path: '/api/v2/account/settings', key: 'settings', schema: settings };

/** https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ */
export const article = z.object({
  draft: flag(false),
  /** Null: everybody may read it. */
  user_segment_id: z
    .union([z.number(), z.string()])
    .nullish()
    .transform((value) => value ?? null),
});
