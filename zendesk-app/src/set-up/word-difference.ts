export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A body has some hundred words; beyond this the table below would be felt, and nobody reads it word by word. */
const MOST_WORDS = 1_000;

/** What became of a text, at whole words: the longest that both have in common stays unmarked. */
export function wordDifference(before: string, after: string): Piece[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  if (old.length > MOST_WORDS || young.length > MOST_WORDS) return whole(before, after);
  const longest = commonLengths(old, young);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && old[i] === young[j]) {
      add(pieces, 'same', old[i]!);
      [i, j] = [i + 1, j + 1];
    } else if (
      j >= young.length ||
      (i < old.length && longest[i + 1]![j]! >= longest[i]![j + 1]!)
    ) {
      add(pieces, 'removed', old[i]!);
      i += 1;
    } else {
      add(pieces, 'added', young[j]!);
      j += 1;
    }
  }
  return pieces;
}

function whole(before: string, after: string): Piece[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** How many words the ends of both texts have in common, from each pair of places on. */
function commonLengths(old: readonly string[], young: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        old[i] === young[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

function add(pieces: Piece[], kind: Piece['kind'], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}

/** Words with their dots, blanks and signs, each a piece: nothing is lost when they are joined again. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_.]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}
