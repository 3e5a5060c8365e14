import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';

/** One update of the ticket, as Zendesk's audits tell it. */
export interface Update {
  /** Ours carries a turn. */
  turnId: string | undefined;
  by: 'customer' | 'agent' | 'assistant';
  /** The comment it wrote, if it wrote one. */
  comment?: { id: number; isPublic: boolean } | undefined;
  tagsBefore: readonly string[];
  tagsAfter: readonly string[];
  statusBefore: string | undefined;
  statusAfter: string | undefined;
}

interface SeenEvent {
  id: number;
  type: string;
  field_name?: string;
  value?: unknown;
  public?: boolean;
}

/** Everything that happened to the ticket, oldest first, read from Zendesk alone. */
export function timelineOf(account: SandboxAccount, ticketId: number): Update[] {
  let tags: readonly string[] = [];
  let status: string | undefined;
  return account.audits(ticketId).map((audit) => {
    const events = audit.events as unknown as SeenEvent[];
    const changeOf = (field: string) =>
      events.findLast(({ field_name }) => field_name === field)?.value;
    const [tagsBefore, statusBefore] = [tags, status];
    tags = (changeOf('tags') as string[] | undefined) ?? tags;
    status = (changeOf('status') as string | undefined) ?? status;
    const comment = events.find(({ type }) => type === 'Comment');
    const turnId = turnOf(audit.metadata.custom);
    return {
      turnId,
      by: whoWrote(account, audit.author_id, turnId),
      comment: comment && { id: comment.id, isPublic: comment.public === true },
      ...{ tagsBefore, statusBefore, tagsAfter: tags, statusAfter: status },
    };
  });
}

function turnOf(custom: Record<string, unknown>): string | undefined {
  const ours = custom['smart_assistant'] as { turn?: string } | undefined;
  return ours?.turn;
}

function whoWrote(account: SandboxAccount, authorId: number, turnId: string | undefined) {
  if (turnId !== undefined) return 'assistant';
  return authorId === account.users.alice.id ? 'customer' : 'agent';
}
