/** A mail of this length holds all a customer asks; the rest is quotation and signature. */
const MAX_TEXT_LENGTH = 4_000;

/** Sentences of a text, in order, with their end marks. A line break ends a sentence as well. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, MAX_TEXT_LENGTH)
    .split(/\n+/)
    .flatMap((line) => line.split(/(?<=[.!?…])\s+(?=\S)/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
