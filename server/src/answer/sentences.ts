/** What can be read of a text at once; a dozen sentences of any ordinary length are in it. */
export const MAX_TEXT_LENGTH = 4_000;

/** Sentences of the beginning of a text, in order, with their end marks. A line break ends a sentence as well. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, MAX_TEXT_LENGTH)
    .split(/\n+/)
    .flatMap((line) => line.split(/(?<=[.!?…])\s+(?=\S)/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
