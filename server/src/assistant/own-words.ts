/** A line of ours that is shorter may well be a customer's own: "Hello," for example. */
const TELLING_LENGTH = 20;

/** Lines by which a quotation of these texts is known. */
export function quotableLines(texts: readonly string[]): ReadonlySet<string> {
  const lines = texts.flatMap((text) => text.split('\n').map((line) => line.trim()));
  return new Set(lines.filter((line) => line.length >= TELLING_LENGTH));
}

/**
 * What a customer wrote anew. Mail programs quote below a reply what it replies to, and Zendesk leaves some of that
 * in: read as the customer's words, our own closing would ask for a person. Left out are lines with a mail's quote
 * mark, lines that we had written (`quoted`), and the line with a colon that introduces them; a text of nothing else
 * is left as it is.
 */
export function ownWords(text: string, quoted: ReadonlySet<string>): string {
  const kept: string[] = [];
  let isQuoteBelow = false;
  for (const line of text.split('\n').reverse()) {
    const words = line.trim();
    const isQuote = words.startsWith('>') || quoted.has(words);
    const introduces = isQuoteBelow && words.endsWith(':');
    if (!isQuote && !introduces) kept.push(line);
    if (words !== '') isQuoteBelow = isQuote;
  }
  // Who wrote nothing else meant it: "> 5 kg" may be a question.
  return kept.reverse().join('\n').trim() || text;
}
