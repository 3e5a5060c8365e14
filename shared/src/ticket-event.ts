import { z } from 'zod';
import { numericId, optionalNumericId } from './ids.ts';

/**
 * The bodies of the two triggers. The manual ones are what existing customers pasted by hand and work
 * forever; the lean ones carry ids only, so that no comment text can break the JSON.
 * Only the ticket id is ever relied on: everything else is a hint, the ticket itself is the truth.
 */
/** A hint that cannot be read (Zendesk's own system user is `-1`) is no hint; it is no reason to doubt the body. */
const hintedId = optionalNumericId.catch(undefined);

const manualAttachment = z.object({ file_name: z.string(), url: z.string() });

/** "Notify Assistant on new comment". */
export const manualCommentBody = z.object({
  id: numericId,
  comment: z.string(),
  support_name: z.string().optional(),
  agent_id: hintedId,
  latest_public_comment_author_id: hintedId,
  user_info: z.string().optional(),
  attachments: z.array(manualAttachment).optional(),
});

/** "Notify closed ticket"; fires when a ticket is solved and again when it is closed. */
export const manualClosedBody = z.object({
  id: numericId,
  comment: z.string().optional(),
  support_name: z.string().optional(),
  agent_id: hintedId,
  user_info: z.string().optional(),
  ticket_status: z.literal('closed'),
});

export const leanCommentBody = z.object({
  v: z.literal(1),
  event: z.literal('public_comment'),
  ticket_id: numericId,
  comment_id: hintedId,
  comment_author_id: hintedId,
  actor_id: hintedId,
});

export const leanClosedBody = z.object({
  v: z.literal(1),
  event: z.literal('closed'),
  ticket_id: numericId,
  actor_id: hintedId,
});

/** What any of the bodies says, in one shape. */
export interface TicketEvent {
  kind: 'comment' | 'closed';
  ticketId: string;
  /** Id of the newest public comment when the body was rendered. */
  commentId?: string | undefined;
  /** Who wrote that comment. */
  commentAuthorId?: string | undefined;
  /** What the state field held when the body was rendered; manual bodies only. */
  fieldValue?: string | undefined;
}

const fromManualClosed = manualClosedBody.transform((body): TicketEvent => ({
  kind: 'closed',
  ticketId: body.id,
}));

/** As the contract has it, key for key. */
const exactManualCommentBody = z.strictObject({
  ...manualCommentBody.shape,
  attachments: z.array(z.strictObject(manualAttachment.shape)).optional(),
});

/** With other keys in it, a comment may have smuggled them in where placeholders are not escaped: no hint is taken. */
const fromChangedManualComment = manualCommentBody.transform((body): TicketEvent => ({
  kind: 'comment',
  ticketId: body.id,
}));

const fromManualComment = exactManualCommentBody.transform((body): TicketEvent => ({
  kind: 'comment',
  ticketId: body.id,
  commentAuthorId: body.latest_public_comment_author_id,
  fieldValue: body.user_info || undefined,
}));

const fromLeanComment = leanCommentBody.transform((body): TicketEvent => ({
  kind: 'comment',
  ticketId: body.ticket_id,
  commentId: body.comment_id,
  commentAuthorId: body.comment_author_id,
}));

const fromLeanClosed = leanClosedBody.transform((body): TicketEvent => ({
  kind: 'closed',
  ticketId: body.ticket_id,
}));

/** Any body of the contract. The closed one comes before the comment one: it has the same keys and one more. */
export const ticketEvent = z.union([
  fromLeanComment,
  fromLeanClosed,
  fromManualClosed,
  fromManualComment,
  fromChangedManualComment,
]);
