/** The records of an account, kept in the shape in which the API shows them (snake_case). */

export type Role = 'end-user' | 'agent' | 'admin';
export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';

export interface User {
  id: number;
  name: string;
  email: string;
  role: Role;
  locale: string;
  time_zone: string;
  phone: string | null;
  tags: string[];
  external_id: string | null;
  active: boolean;
  verified: boolean;
  suspended: boolean;
  default_group_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface Group {
  id: number;
  name: string;
}

export interface Via {
  channel: string;
  source: { from: Record<string, unknown>; to: Record<string, unknown>; rel: string | null };
}

export interface Ticket {
  id: number;
  external_id: string | null;
  via: Via;
  created_at: string;
  updated_at: string;
  generated_timestamp: number;
  type: string | null;
  subject: string;
  description: string;
  priority: string | null;
  status: TicketStatus;
  custom_status_id: number | null;
  recipient: string | null;
  requester_id: number;
  submitter_id: number;
  assignee_id: number | null;
  organization_id: number | null;
  group_id: number | null;
  collaborator_ids: number[];
  is_public: boolean;
  due_at: string | null;
  tags: string[];
  /** Values of custom fields by field id; the API shows all active fields, null when unset. */
  values: Record<string, unknown>;
  ticket_form_id: number;
  brand_id: number;
  from_messaging_channel: boolean;
  followup_ids: number[];
  /** When the status last became what it is, for automations. Not shown. */
  statusSince: number;
}

export interface Attachment {
  id: number;
  token: string;
  file_name: string;
  content_type: string;
  size: number;
  inline: boolean;
  bytes: Buffer;
}

export interface Comment {
  id: number;
  type: 'Comment';
  author_id: number;
  body: string;
  html_body: string;
  plain_body: string;
  public: boolean;
  attachments: Attachment[];
  audit_id: number;
  via: Via;
  created_at: string;
  metadata: Metadata;
}

export interface Metadata {
  system: Record<string, unknown>;
  custom: Record<string, unknown>;
}

export interface AuditEvent {
  id: number;
  type: string;
  [key: string]: unknown;
}

export interface Audit {
  id: number;
  ticket_id: number;
  created_at: string;
  author_id: number;
  via: Via;
  metadata: Metadata;
  events: AuditEvent[];
}

export interface TicketField {
  id: number;
  type: string;
  title: string;
  raw_title: string;
  title_in_portal: string;
  raw_title_in_portal: string;
  description: string;
  raw_description: string;
  agent_description: string | null;
  position: number;
  active: boolean;
  required: boolean;
  collapsed_for_agents: boolean;
  regexp_for_validation: string | null;
  visible_in_portal: boolean;
  editable_in_portal: boolean;
  required_in_portal: boolean;
  agent_can_edit: boolean;
  tag: string | null;
  removable: boolean;
  custom_field_options?: Array<{ id: number; name: string; raw_name: string; value: string }>;
  creator_user_id: number;
  creator_app_name: string | null;
  created_at: string;
  updated_at: string;
}

export interface TicketForm {
  id: number;
  name: string;
  active: boolean;
  default: boolean;
  end_user_visible: boolean;
  position: number;
  ticket_field_ids: number[];
  agent_conditions: unknown[];
  end_user_conditions: unknown[];
  created_at: string;
  updated_at: string;
}

export interface CustomStatus {
  id: number;
  status_category: Exclude<TicketStatus, 'closed'>;
  agent_label: string;
  end_user_label: string;
  default: boolean;
  active: boolean;
}

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

export interface ArticleTranslation {
  title: string;
  body: string;
}

export interface Article {
  id: number;
  section_id: number;
  author_id: number;
  draft: boolean;
  promoted: boolean;
  position: number;
  user_segment_id: number | null;
  label_names: string[];
  source_locale: string;
  translations: Record<string, ArticleTranslation>;
  created_at: string;
  updated_at: string;
}

export interface OAuthClient {
  id: number;
  name: string;
  identifier: string;
  secret: string;
  kind: 'confidential' | 'public';
  user_id: number;
  created_at: string;
}

export interface OAuthToken {
  id: number;
  token: string;
  client_id: number;
  user_id: number;
  scopes: string[];
  created_at: string;
  /** Milliseconds since the epoch; null means that it never expires. */
  expiresAt: number | null;
}
