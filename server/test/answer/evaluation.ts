import type { AnswerEngine } from '../../src/answer/answer.ts';
import { MIN_CONFIDENCE } from '../../src/assistant/rules.ts';

export interface Expectation {
  text: string;
  /** Ids or titles of the articles that answer; none when a human must. */
  expected: readonly string[];
}

/** What an engine does with a set of messages, at the confidence from which the assistant answers. */
export interface Evaluation {
  /** Share of the answerable messages answered from a right article. */
  right: number;
  /** Share of all messages that got an answer they should not have got. */
  wrong: number;
  /** For the report of a failing test. */
  mistakes: string[];
}

export async function evaluate(
  engine: AnswerEngine,
  messages: readonly Expectation[],
): Promise<Evaluation> {
  const answers = await Promise.all(
    messages.map(async ({ text, expected }) => {
      const { confidence, sources } = await engine({ tenant: 'acme', text, subject: '' });
      const isGiven = confidence >= MIN_CONFIDENCE;
      const isRight = sources.some(
        ({ id, title }) => expected.includes(id) || expected.includes(title),
      );
      return { text, isAnswerable: expected.length > 0, isGiven, isRight };
    }),
  );
  const answerable = answers.filter(({ isAnswerable }) => isAnswerable);
  const wrong = answers.filter(({ isGiven, isRight }) => isGiven && !isRight);
  return {
    right:
      answerable.filter(({ isGiven, isRight }) => isGiven && isRight).length / answerable.length,
    wrong: wrong.length / answers.length,
    mistakes: wrong.map(({ text }) => text),
  };
}
