import { htmlToText } from 'html-to-text';
import type { SelectorDefinition } from 'html-to-text';
import { HEADING_MARK, markedHeading, numberedList, plainTable } from './article-formats.ts';

/** A piece of an article that can be quoted by itself: a paragraph, or a list with the line that leads into it. */
export interface Passage {
  text: string;
  /** The heading it stands under, if any. */
  heading?: string | undefined;
}

/** Larger articles are cut: a page of this size is a table or an export, not help. */
const MAX_HTML_LENGTH = 200_000;

/** Indented lists make text longer than its HTML; what is longer than the longest HTML is no article. */
export const MAX_TEXT_LENGTH = MAX_HTML_LENGTH;

/** A long article has some dozens of paragraphs; each one is weighed again for every question. */
export const MAX_PASSAGES = 500;

/**
 * html-to-text calls itself for each level and copies the text so far for each block, and this process answers
 * webhooks meanwhile. Editors nest some twenty levels, a list in a table in a page's frames; a page of this many
 * siblings, blanks between them included, has thousands of paragraphs.
 */
const LIMITS = { maxDepth: 50, maxChildNodes: 5_000, ellipsis: '' };

const heading = { format: 'markedHeading' };

const SELECTORS: SelectorDefinition[] = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
  { selector: 'a', options: { ignoreHref: true } },
  // A line that begins with ">" is taken for words of the mail that it answers.
  { selector: 'blockquote', format: 'block' },
  { selector: 'img', format: 'skip' },
  { selector: 'script', format: 'skip' },
  { selector: 'style', format: 'skip' },
  { selector: 'table', format: 'plainTable' },
  { selector: 'ul', options: { itemPrefix: '- ' } },
  { selector: 'ol', format: 'numberedList' },
];

/**
 * An article's HTML as plain text: blocks apart by blank lines, headings marked, list items as lines, nothing
 * of images, scripts and link targets. What is nested beyond all measure is left out.
 */
export function articleText(html: string): string {
  const text = htmlToText(html.slice(0, MAX_HTML_LENGTH), {
    wordwrap: false,
    limits: LIMITS,
    formatters: { markedHeading, plainTable, numberedList },
    selectors: SELECTORS,
  });
  return text
    .slice(0, MAX_TEXT_LENGTH)
    .split('\n')
    .map((line) => line.trimEnd().replace(/^ (?=\S)/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The passages of an article's text. A list belongs to the line before it when that ends with a colon. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  let under: string | undefined;

  for (const block of text.split(/\n{2,}/).map((part) => part.trim())) {
    if (block === '') continue;
    if (block.startsWith(HEADING_MARK)) {
      under = block.slice(HEADING_MARK.length).trim();
      continue;
    }
    const before = passages.at(-1);
    if (before && isList(block) && leadsIntoList(before.text) && before.heading === under) {
      before.text = `${before.text}\n${block}`;
    } else {
      passages.push({ text: block, ...(under && { heading: under }) });
    }
  }
  return passages.slice(0, MAX_PASSAGES);
}

/** Long list items come as blocks of their own. */
function leadsIntoList(text: string): boolean {
  return text.endsWith(':') || isList(text.slice(text.lastIndexOf('\n') + 1));
}

function isList(block: string): boolean {
  return /^\s*(- |\d+\. )/.test(block);
}
