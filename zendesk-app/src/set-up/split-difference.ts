export interface SplitDifference {
  /** What both begin with. */
  start: string;
  before: string;
  after: string;
  /** What both end with. */
  end: string;
}

/** Splits two texts into what they share at both ends and what differs between, at whole words. */
export function splitDifference(before: string, after: string): SplitDifference {
  const old = wordsOf(before);
  const young = wordsOf(after);
  const most = Math.min(old.length, young.length);
  let start = 0;
  while (start < most && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  return {
    start: old.slice(0, start).join(''),
    before: old.slice(start, old.length - end).join(''),
    after: young.slice(start, young.length - end).join(''),
    end: old.slice(old.length - end).join(''),
  };
}

/** Words, blanks and signs, each a piece: nothing is lost when they are joined again. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_.]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}
