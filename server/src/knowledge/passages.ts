import { htmlToText } from 'html-to-text';

/** A piece of an article that can be quoted by itself: a paragraph, or a list with the line that leads into it. */
export interface Passage {
  text: string;
  /** The heading it stands under, if any. */
  heading?: string | undefined;
}

/** Marks headings in stored text; help-center text lines do not begin like this. */
const HEADING_MARK = '## ';

/** Larger articles are cut: a page of this size is a table or an export, not help. */
const MAX_HTML_LENGTH = 200_000;

const heading = { format: 'markedHeading' };

/**
 * An article's HTML as plain text: blocks apart by blank lines, headings marked, list items as lines, nothing
 * of images, scripts and link targets.
 */
export function articleText(html: string): string {
  const text = htmlToText(html.slice(0, MAX_HTML_LENGTH), {
    wordwrap: false,
    formatters: {
      markedHeading(elem, walk, builder) {
        builder.openBlock({ leadingLineBreaks: 2 });
        builder.addInline(HEADING_MARK);
        walk(elem.children, builder);
        builder.closeBlock({ trailingLineBreaks: 2 });
      },
    },
    selectors: [
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'style', format: 'skip' },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'ol', options: {} },
    ],
  });
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/^ (?=\S)/gm, '')
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
  return passages;
}

/** Long list items come as blocks of their own. */
function leadsIntoList(text: string): boolean {
  return text.endsWith(':') || isList(text.slice(text.lastIndexOf('\n') + 1));
}

function isList(block: string): boolean {
  return /^\s*(- |\d+\. )/.test(block);
}
