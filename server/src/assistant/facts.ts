import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import type { Answer } from '../answer/answer.ts';

/** Who wrote a comment, by the author's role in Zendesk's API, never by what a webhook says. */
export type CommentAuthor = 'customer' | 'agent' | 'assistant';

export interface CommentFacts {
  /** Absent for one that a webhook told of without naming it: newer than all that was handled. */
  id: string | undefined;
  author: CommentAuthor;
  isPublic: boolean;
  /** Plain text, trimmed, without what a customer quotes; empty when there is nothing else. */
  text: string;
  hasAttachments: boolean;
}

export interface TicketFacts {
  id: string;
  requesterId: string;
  status: string;
  tags: readonly string[];
  /** Tags of ours that came with it from an earlier ticket: they say nothing about this one. */
  copiedTags?: readonly string[] | undefined;
  subject: string;
  isMessaging: boolean;
}

/** Everything a decision may depend on. Two equal sets of facts always lead to the same decision. */
export interface Facts {
  ticket: TicketFacts;
  /** The newest comments of the ticket, oldest first. */
  comments: readonly CommentFacts[];
  answerMode: AnswerMode;
  /** An agent replied, or took the ticket over, after the handback tag was set: the handback no longer counts. */
  isHandbackOvertaken?: boolean | undefined;
  /** An agent had the ticket when its pause or its end began. */
  wasAgents?: boolean | undefined;
  /** What the tenant wants of a ticket that was solved and came back; `resume` when left out. */
  afterReopening?: 'resume' | 'stay_silent' | undefined;
  /** The assistant wrote to this ticket too often lately: see `isLoop`. */
  isLooping?: boolean | undefined;
  /** Present once the answer engine was asked. */
  answer?: Answer | undefined;
}
