import type { Account } from '../account.ts';
import { forbidden, invalidBase, recordInvalid } from '../http/errors.ts';
import type { Attachment, Comment, Metadata, Ticket, User, Via } from '../model.ts';
import { fromBody, fromHtml } from './comment-text.ts';
import type { CommentInput } from './ticket-input.ts';

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/: then 422 for comments only. */
const MAX_COMMENTS = 5000;
/** About 64 KB, by Zendesk staff in the help center. */
const MAX_COMMENT_BYTES = 65_536;

export interface NewComment {
  ticket: Ticket;
  input: CommentInput;
  actor: User;
  via: Via;
  auditId: number;
  metadata: Metadata;
}

/** The comment that `input` asks for, or undefined when it has no text and no attachment. */
export function buildComment(account: Account, options: NewComment): Comment | undefined {
  const { ticket, input, actor } = options;
  const attachments = takeUploads(account, input);
  if (!input.body && !input.html_body && attachments.length === 0) return undefined;
  const comments = account.store.comments(ticket.id);
  if (comments.length >= MAX_COMMENTS) {
    throw invalidBase(`Ticket: cannot have more than ${MAX_COMMENTS} comments`);
  }
  if (Buffer.byteLength(input.html_body ?? input.body ?? '') > MAX_COMMENT_BYTES) {
    throw invalidBase('Comment: is too long (maximum is 65536 bytes)');
  }
  return {
    id: account.ids.nextInLine(account.switches.ids, comments.at(-1)?.id),
    type: 'Comment',
    author_id: author(account, input, actor).id,
    ...(input.html_body !== undefined ? fromHtml(input.html_body) : fromBody(input.body ?? '')),
    public: isPublic(input, comments[0], actor),
    attachments,
    audit_id: options.auditId,
    via: options.via,
    created_at: account.clock.iso(),
    metadata: options.metadata,
    readsUntilListed: account.switches.commentsLag,
  };
}

/** No fixed default: `public` follows the ticket's first comment. End users only write public comments. */
function isPublic(input: CommentInput, first: Comment | undefined, actor: User): boolean {
  if (actor.role === 'end-user') return true;
  if (input.public === undefined || input.public === null) return first?.public ?? true;
  return input.public === true || input.public === 'true';
}

/** Another author than the caller needs agent rights; the caller stays the updater. */
function author(account: Account, input: CommentInput, actor: User): User {
  if (input.author_id === undefined || Number(input.author_id) === actor.id) return actor;
  if (actor.role === 'end-user') throw forbidden();
  const found = account.store.users.get(Number(input.author_id));
  if (!found) {
    throw recordInvalid({ comment: [{ description: 'Comment: author_id is not a known user' }] });
  }
  return found;
}

function takeUploads(account: Account, input: CommentInput): Attachment[] {
  const tokens = typeof input.uploads === 'string' ? [input.uploads] : (input.uploads ?? []);
  return tokens.flatMap((token) => {
    const upload = account.store.uploads.get(token);
    if (!upload || upload.expiresAt < account.clock.now()) {
      throw invalidBase(`Uploads: ${token} is invalid or expired`);
    }
    account.store.uploads.delete(token);
    return upload.attachments;
  });
}
