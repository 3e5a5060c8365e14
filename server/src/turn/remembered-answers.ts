import type { Answer, AnswerEngine } from '../answer/answer.ts';
import type { Stopwatch } from './stopwatch.ts';

/** Asks the engine every question once: a turn that reads the ticket again need not wait for the same answer again. */
export function rememberedAnswers(answer: AnswerEngine, stopwatch: Stopwatch): AnswerEngine {
  const known = new Map<string, Answer>();
  return async (question) => {
    const key = JSON.stringify(question);
    const found = known.get(key) ?? (await stopwatch.timed('answerMs', () => answer(question)));
    known.set(key, found);
    return found;
  };
}
