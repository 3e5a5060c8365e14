/** Webhooks and business rules, kept in the shape in which the API shows them. */

export interface WebhookAuthentication {
  type: 'basic_auth' | 'bearer_token' | 'api_key';
  add_position: 'header';
  data: Record<string, string>;
}

export interface Webhook {
  id: string;
  name: string;
  description: string | null;
  endpoint: string;
  http_method: string;
  request_format: string;
  status: 'active' | 'inactive';
  subscriptions: string[];
  authentication: WebhookAuthentication | null;
  custom_headers: Record<string, string> | null;
  external_source: unknown;
  signing_secret: { algorithm: 'SHA256'; secret: string };
  /** The secret before a reset, while deliveries may still be signed with it. Not shown. */
  retiredSecret?: { secret: string; until: number };
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

export interface Condition {
  field: string;
  operator: string;
  value: unknown;
}

export interface Conditions {
  all: Condition[];
  any: Condition[];
}

export interface Action {
  field: string;
  value: unknown;
}

export interface Trigger {
  id: number;
  title: string;
  raw_title: string;
  description: string | null;
  active: boolean;
  default: boolean;
  position: number;
  category_id: string;
  conditions: Conditions;
  actions: Action[];
  created_at: string;
  updated_at: string;
}

export interface TriggerCategory {
  id: string;
  name: string;
  position: number;
}

/** A rule that looks at all tickets every hour. */
export interface Automation {
  id: number;
  title: string;
  active: boolean;
  position: number;
  conditions: Conditions;
  actions: Action[];
  created_at: string;
  updated_at: string;
}

/** Actions that an agent applies by hand. */
export interface Macro {
  id: number;
  title: string;
  description: string | null;
  active: boolean;
  default: boolean;
  position: number;
  actions: Action[];
  restriction: unknown;
  created_at: string;
  updated_at: string;
}

/** A list of tickets in the agent workspace. */
export interface View {
  id: number;
  title: string;
  description: string | null;
  active: boolean;
  default: boolean;
  position: number;
  conditions: Conditions;
  execution: Record<string, unknown>;
  restriction: unknown;
  created_at: string;
  updated_at: string;
}
