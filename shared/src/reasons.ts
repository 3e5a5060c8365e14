import { z } from 'zod';

/**
 * Why the assistant did what it did: a closed list. Every turn ends with exactly one of these, silence
 * included. `docs/glossary.md` explains each; the sidebar has a sentence for each in every language.
 */
export const REASONS = [
  // replied, drafted or observed
  'answered_from_articles',
  // handed over
  'requester_asked_for_person',
  'sensitive_topic',
  'no_article_matches',
  'not_confident',
  'only_attachments',
  'turn_limit_reached',
  'messaging_channel',
  'turn_failed',
  // stayed silent
  'agent_has_replied',
  'agent_took_over',
  'waiting_for_agent',
  'reopened_left_to_agents',
  'paused_by_tag',
  'loop_suspected',
  'own_comment_echo',
  'nothing_new',
  // ended
  'ticket_solved',
  'ticket_closed',
] as const;

export const reasonSchema = z.enum(REASONS);
export type Reason = z.infer<typeof reasonSchema>;

/** What a turn did. `observed` is an answer or handoff that the tenant's mode kept to the record. */
export const actionSchema = z.enum([
  'replied',
  'drafted',
  'observed',
  'handed_over',
  'stayed_silent',
  'ended',
]);
export type Action = z.infer<typeof actionSchema>;
