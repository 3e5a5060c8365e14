import type { ArticleMatch } from '../knowledge/article-index.ts';
import { sentencesOf } from './sentences.ts';

/** Long enough for steps, short enough to be read; more is behind the link. */
export const MAX_ANSWER_LENGTH = 900;

const MAX_PASSAGES = 3;

/** A passage is quoted when it covers at least this share of what the best one covers. */
const WORTH_QUOTING = 0.6;

/** An article's first passage is what its author thought answers the title, so less is enough for it. */
const LEAD_WORTH_QUOTING = 0.2;

type RankedPassage = ArticleMatch['passages'][number] & { position: number };

/**
 * One to three passages of the article, in its order, whole sentences only. An article that only its title
 * connects to the question is quoted from its beginning.
 */
export function composeAnswer(match: ArticleMatch): string {
  const passages = match.passages.map((passage, position) => ({ ...passage, position }));
  const best = Math.max(...passages.map(({ coverage }) => coverage));
  const worthQuoting = passages
    .filter(({ coverage, position }) => {
      const share = position === 0 ? LEAD_WORTH_QUOTING : WORTH_QUOTING;
      return best > 0 && coverage >= best * share;
    })
    .sort((a, b) => b.coverage - a.coverage || a.position - b.position);
  const chosen = worthQuoting.length > 0 ? worthQuoting : passages;

  return fitting(withFollowUp(chosen.slice(0, MAX_PASSAGES), passages));
}

/** A short quote takes its next passage along: conditions often stand in the sentence after. */
function withFollowUp(chosen: RankedPassage[], all: readonly RankedPassage[]): RankedPassage[] {
  const [only] = chosen;
  const next = only && all[only.position + 1];
  const isShort = only && only.text.length < MAX_ANSWER_LENGTH / 3;
  return chosen.length === 1 && next && isShort && next.heading === only.heading
    ? [only, next]
    : chosen;
}

/** Takes passages in order of worth while they fit, and gives them in the article's order. */
function fitting(passages: readonly RankedPassage[]): string {
  const taken: RankedPassage[] = [];
  let left = MAX_ANSWER_LENGTH;
  for (const passage of passages) {
    const text = taken.length === 0 ? wholeSentences(passage.text, left) : passage.text;
    if (text.length > left) continue;
    taken.push({ ...passage, text });
    left -= text.length + 2;
  }
  return taken
    .sort((a, b) => a.position - b.position)
    .map(({ text }) => text)
    .join('\n\n');
}

/** The beginning of a passage up to the last sentence or line that fits. */
function wholeSentences(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const sentence of sentencesOf(text)) {
    const next = text.indexOf(sentence, end) + sentence.length;
    if (next > limit) break;
    end = next;
  }
  return text.slice(0, end);
}
