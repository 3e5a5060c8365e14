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
 * mark, lines that we had written (`quoted`), and the line with a colon that introduces them.
 */
export function ownWords(text: string, quoted: ReadonlySet<string>): string {
  const lines = text.split('\n');
  const isQuote = lines.map((line) => /^\s*>/.test(line) || quoted.has(line.trim()));
  const introduces = (index: number) => {
    const next = lines.findIndex((line, other) => other > index && line.trim() !== '');
    return lines[index]!.trim().endsWith(':') && isQuote[next] === true;
  };
  return lines
    .filter((_, index) => !isQuote[index] && !introduces(index))
    .join('\n')
    .trim();
}
