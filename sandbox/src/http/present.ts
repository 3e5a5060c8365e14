import type { Account } from '../account.ts';
import { attachmentUrl } from '../liquid/objects.ts';
import type { Attachment, Comment, Ticket, User } from '../model.ts';

/** Records as the API shows them. */
export function presentUser(account: Account, user: User): Record<string, unknown> {
  return {
    ...user,
    url: `${account.url}/api/v2/users/${user.id}.json`,
    iana_time_zone: 'Europe/Lisbon',
    shared: false,
    moderator: user.role !== 'end-user',
    photo: null,
    notes: '',
    details: '',
    alias: '',
    signature: '',
    organization_id: null,
    user_fields: {},
    last_login_at: user.updated_at,
  };
}

/** All active custom fields of the account, null when unset, once as custom_fields and again as fields. */
export function presentTicket(account: Account, ticket: Ticket): Record<string, unknown> {
  const { values, statusSince: _, ...shown } = ticket;
  const customFields = account.store
    .customFields()
    .filter((field) => field.active)
    .map(({ id }) => ({ id, value: values[String(id)] ?? null }));
  return {
    url: `${account.url}/api/v2/tickets/${ticket.id}.json`,
    ...shown,
    raw_subject: ticket.subject,
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    satisfaction_rating: { score: 'unoffered' },
    sharing_agreement_ids: [],
    allow_channelback: false,
    allow_attachments: true,
    custom_fields: customFields,
    fields: customFields,
  };
}

export function presentAttachment(account: Account, attachment: Attachment) {
  const { bytes: _, token: __, ...shown } = attachment;
  return {
    url: `${account.url}/api/v2/attachments/${attachment.id}.json`,
    ...shown,
    content_url: attachmentUrl(account, attachment),
    mapped_content_url: attachmentUrl(account, attachment),
    width: null,
    height: null,
    deleted: false,
    malware_access_override: false,
    malware_scan_result: 'malware_not_found',
    thumbnails: [],
  };
}

export function presentComment(account: Account, comment: Comment): Record<string, unknown> {
  const { readsUntilListed: _, ...shown } = comment;
  return {
    ...shown,
    attachments: comment.attachments.map((each) => presentAttachment(account, each)),
  };
}
