import type { TicketStatus } from '../model.ts';

/** The body of a ticket write, as the API takes it. Everything is optional; unknown keys are ignored. */
export interface TicketInput {
  subject?: string;
  status?: TicketStatus;
  custom_status_id?: number;
  priority?: string | null;
  type?: string | null;
  assignee_id?: number | null;
  assignee_email?: string;
  group_id?: number | null;
  requester_id?: number;
  external_id?: string | null;
  ticket_form_id?: number;
  due_at?: string | null;
  tags?: string[] | string;
  additional_tags?: string[];
  remove_tags?: string[];
  custom_fields?: Array<{ id: number | string; value: unknown }> | Record<string, unknown>;
  fields?: Array<{ id: number | string; value: unknown }> | Record<string, unknown>;
  comment?: CommentInput;
  metadata?: Record<string, unknown>;
  safe_update?: boolean;
  updated_stamp?: string;
  /** Create only. */
  requester?: { name?: string; email?: string; locale_id?: number };
  submitter_id?: number;
  description?: string;
  recipient?: string;
  via_followup_source_id?: number;
  from_messaging_channel?: boolean;
}

export interface CommentInput {
  body?: string;
  html_body?: string;
  public?: boolean | string;
  author_id?: number;
  uploads?: string[] | string;
}
