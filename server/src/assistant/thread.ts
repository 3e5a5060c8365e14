import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { CommentFacts } from './facts.ts';

/** Zendesk's ids mostly count up, so the larger id is the newer comment; where a list tells the order, it is right. */
export function isNewer(id: string, than: string | undefined): boolean {
  return than === undefined || BigInt(id) > BigInt(than);
}

/** Comments that no turn has handled yet: what stands behind the last handled one, when that is still in the list. */
export function newComments(
  state: ConversationState,
  comments: readonly CommentFacts[],
): readonly CommentFacts[] {
  const handled = state.last?.comment;
  const place = handled === undefined ? -1 : comments.findIndex(({ id }) => id === handled);
  return place >= 0
    ? comments.slice(place + 1)
    : comments.filter(({ id }) => id === undefined || isNewer(id, handled));
}

/** The customer's public comments since anybody last replied publicly. */
export function unansweredComments(comments: readonly CommentFacts[]): CommentFacts[] {
  const lastReply = comments.findLastIndex(
    (comment) => comment.isPublic && comment.author !== 'customer',
  );
  return comments.slice(lastReply + 1).filter(isFromCustomer);
}

export function isFromCustomer(comment: CommentFacts): boolean {
  return comment.isPublic && comment.author === 'customer';
}

export function isAgentReply(comment: CommentFacts): boolean {
  return comment.isPublic && comment.author === 'agent';
}

export function newestCommentId(comments: readonly CommentFacts[]): string | undefined {
  return comments.findLast(({ id }) => id !== undefined)?.id;
}
