import { numericId } from '@smart-assistant/shared/ids.ts';
import { z } from 'zod';
import { listOf, pageMeta } from './page.ts';

/**
 * Zendesk's answers, reduced to what we use, and our words for them. Lenient: a field that is missing but
 * not needed never fails a call.
 */

/** Who wrote a comment or made an update: a user's id, or -1 for Zendesk's own system user. */
const authorId = z.union([numericId, z.union([z.literal(-1), z.literal('-1')]).transform(String)]);

/** What was written into an update's metadata, wherever it comes back; the turn id is `updateTicket`'s. */
const updateMetadata = z
  .object({
    custom: z.object({
      smart_assistant: z.object({ turn: z.string() }).optional().catch(undefined),
    }),
  })
  .transform(({ custom }) => ({ turnId: custom.smart_assistant?.turn }))
  .optional()
  .catch(undefined);

export const userSchema = z
  .object({
    id: numericId,
    name: z.string().catch(''),
    role: z.string(),
    locale: z.string().nullish().catch(undefined),
    suspended: z.boolean().nullish().catch(undefined),
  })
  .transform((user) => ({
    id: user.id,
    name: user.name,
    /** `end-user`, `agent` or `admin`. */
    role: user.role,
    locale: user.locale ?? undefined,
    isSuspended: user.suspended ?? false,
  }));
export type ZendeskUser = z.infer<typeof userSchema>;

/**
 * Users beside what was asked for, each read by itself: without them every author would count as an agent, and one
 * that cannot be read must not silence the assistant toward all the others.
 */
const usersBeside = listOf(z.unknown())
  .catch([])
  .transform((users) =>
    users.flatMap((user) => {
      const read = userSchema.safeParse(user);
      return read.success ? [read.data] : [];
    }),
  );

/** Without valid credentials `users/me` answers 200 with a user whose id is null. */
export const meAnswer = z.object({
  user: z.union([userSchema, z.object({ id: z.null() }).transform(() => undefined)]),
});

const fieldValue = z.union([z.string(), z.null()]).catch(null);

export const ticketSchema = z
  .object({
    id: numericId,
    status: z.string(),
    subject: z.string().nullish(),
    tags: listOf(z.string()).catch([]),
    requester_id: numericId,
    assignee_id: numericId.nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    custom_fields: listOf(z.object({ id: numericId, value: fieldValue })).catch([]),
    from_messaging_channel: z.boolean().nullish(),
    is_public: z.boolean().nullish(),
    via: z
      .object({
        channel: z.string(),
        source: z.object({ rel: z.string().nullish() }).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
  })
  .transform((ticket) => ({
    id: ticket.id,
    /** `new`, `open`, `pending`, `hold`, `solved` or `closed`. */
    status: ticket.status,
    subject: ticket.subject ?? '',
    tags: ticket.tags,
    requesterId: ticket.requester_id,
    assigneeId: ticket.assignee_id ?? undefined,
    createdAt: ticket.created_at,
    /** Exactly as Zendesk wrote it: what a safe update is checked against. */
    updatedAt: ticket.updated_at,
    /** Text values by field id; a field without one, or of another type, is null. */
    customFields: new Map(ticket.custom_fields.map(({ id, value }) => [id, value] as const)),
    isMessaging: ticket.from_messaging_channel ?? false,
    isPublic: ticket.is_public ?? true,
    viaChannel: ticket.via?.channel,
    /** Made of a closed ticket, with that one's tags: https://support.zendesk.com/hc/en-us/articles/8421655952026 */
    isFollowUp: ticket.via?.source?.rel === 'follow_up',
  }));
export type ZendeskTicket = z.infer<typeof ticketSchema>;

const attachmentSchema = z.object({ file_name: z.string() }).transform((file) => file.file_name);

export const commentSchema = z
  .object({
    id: numericId,
    author_id: authorId,
    public: z.boolean(),
    plain_body: z.string().nullish(),
    body: z.string().nullish(),
    html_body: z.string().nullish(),
    created_at: z.string(),
    attachments: listOf(attachmentSchema).catch([]),
    via: z.object({ channel: z.string() }).optional().catch(undefined),
    metadata: updateMetadata,
  })
  .transform((comment) => ({
    id: comment.id,
    authorId: comment.author_id,
    isPublic: comment.public,
    /** Plain text, trimmed; empty when there are only attachments. */
    text: (comment.plain_body ?? comment.body ?? '').trim(),
    htmlBody: comment.html_body ?? undefined,
    createdAt: comment.created_at,
    attachmentCount: comment.attachments.length,
    attachmentNames: comment.attachments,
    viaChannel: comment.via?.channel,
    /** Present when the assistant wrote it. */
    turnId: comment.metadata?.turnId,
    /** Whether the account shows what updates carry: only then does a missing turn id mean anything. */
    showsMetadata: comment.metadata !== undefined,
  }));
export type TicketComment = z.infer<typeof commentSchema>;

export const commentsAnswer = z.object({
  comments: listOf(commentSchema),
  users: usersBeside,
  meta: pageMeta,
});

const auditEvent = z
  .looseObject({ id: numericId.optional().catch(undefined), type: z.string() })
  .transform((event) => ({
    id: event.id,
    type: event.type,
    fieldName: typeof event['field_name'] === 'string' ? event['field_name'] : undefined,
    isPublic: typeof event['public'] === 'boolean' ? event['public'] : undefined,
    /** Of a change of tags: the ones that came with it. */
    addedTags: event['field_name'] === 'tags' ? addedTags(event) : [],
  }));

function addedTags(event: Record<string, unknown>): string[] {
  const before = tagsOf(event['previous_value']);
  return tagsOf(event['value']).filter((tag) => !before.includes(tag));
}

/** A list; in older audits a text with spaces between the tags. */
function tagsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').filter(Boolean);
  return Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : [];
}

export const auditSchema = z
  .object({
    id: numericId,
    author_id: authorId,
    created_at: z.string(),
    metadata: updateMetadata,
    events: listOf(auditEvent),
  })
  .transform((audit) => ({
    id: audit.id,
    authorId: audit.author_id,
    createdAt: audit.created_at,
    turnId: audit.metadata?.turnId,
    events: audit.events,
    /** Of the comment this update wrote, if it wrote one. */
    commentId: audit.events.find(({ type }) => type === 'Comment')?.id,
  }));
export type TicketAudit = z.infer<typeof auditSchema>;

export const auditsAnswer = z.object({ audits: listOf(auditSchema), meta: pageMeta });

/** An answer with the ticket means that the write was made; the audit only tells more about it. */
export const updateAnswer = z.object({
  ticket: ticketSchema,
  audit: auditSchema.optional().catch(undefined),
});

export const ticketAnswer = z.object({
  ticket: ticketSchema,
  /** Some of the people on it, when asked for. */
  users: usersBeside,
});

/** https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/ */
export const changedTicketsAnswer = z.object({
  tickets: listOf(
    z
      .object({
        id: numericId,
        status: z.string(),
        tags: listOf(z.string()).catch([]),
        updated_at: z.string(),
        brand_id: numericId.nullish().catch(undefined),
        group_id: numericId.nullish().catch(undefined),
        ticket_form_id: numericId.nullish().catch(undefined),
        via: z.object({ channel: z.string() }).optional().catch(undefined),
      })
      .transform((ticket) => ({
        id: ticket.id,
        status: ticket.status,
        tags: ticket.tags,
        updatedAt: ticket.updated_at,
        /** Null where the ticket has none, absent where Zendesk did not say. */
        brandId: ticket.brand_id,
        groupId: ticket.group_id,
        formId: ticket.ticket_form_id,
        viaChannel: ticket.via?.channel,
      })),
  ),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean(),
});
export type ChangedTicket = z.infer<typeof changedTicketsAnswer>['tickets'][number];
