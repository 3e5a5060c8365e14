import { z } from 'zod';

/**
 * How the assistant may act for a shop. observe: decide and record, write nothing but the state field.
 * draft: write answers as internal notes. reply: answer the customer. New tenants start in `draft`.
 */
export const answerModeSchema = z.enum(['observe', 'draft', 'reply']);
export type AnswerMode = z.infer<typeof answerModeSchema>;
