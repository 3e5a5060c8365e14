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
  /** Which tickets an agent may see; null: all. End users see those they requested. */
  ticket_restriction: 'groups' | 'assigned' | 'requested' | null;
  custom_role_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface Group {
  id: number;
  name: string;
  description: string;
  default: boolean;
  deleted: boolean;
  is_public: boolean;
  created_at: string;
  updated_at: string;
}

export interface CustomRole {
  id: number;
  name: string;
  description: string;
  role_type: number;
  configuration: Record<string, unknown>;
  team_member_count: number;
  created_at: string;
  updated_at: string;
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
  /** How many more reads of the ticket's comments leave it out. Not shown. */
  readsUntilListed: number;
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
