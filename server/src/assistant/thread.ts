import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { CommentFacts } from './facts.ts';

/** Zendesk's ids count up, so the larger id is the newer comment. */
export function isNewer(id: string, than: string | undefined): boolean {
  return than === undefined || BigInt(id) > BigInt(than);
}

/** Comments that no turn has handled yet. */
export function newComments(
  state: ConversationState,
  comments: readonly CommentFacts[],
): CommentFacts[] {
  return comments.filter(({ id }) => id === undefined || isNewer(id, state.last?.comment));
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
  return comments.reduce<string | undefined>(
    (newest, { id }) => (id !== undefined && isNewer(id, newest) ? id : newest),
    undefined,
  );
}
