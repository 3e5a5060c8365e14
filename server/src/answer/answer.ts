/** What an answer engine is asked. */
export interface Question {
  tenant: string;
  /** The customer's words that are still unanswered, oldest first, as one text. */
  text: string;
  subject: string;
  /** The requester's Zendesk locale such as `en-US`; a hint, the text's own language wins. */
  locale?: string | undefined;
}

export interface AnswerSource {
  id: string;
  title: string;
  url: string;
  /** The passage of the article the answer rests on. */
  quote?: string | undefined;
}

/** What an engine found. `text` is absent when nothing fits. */
export interface Answer {
  /** Plain text in the customer's language, paragraphs separated by blank lines, without greeting or sources. */
  text?: string | undefined;
  /** 0 to 1: how sure the engine is that `text` answers the question. */
  confidence: number;
  sources: AnswerSource[];
  /** BCP 47 language of the question. */
  language: string;
}

export type AnswerEngine = (question: Question) => Promise<Answer>;
