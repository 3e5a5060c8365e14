import type { DomNode, FormatCallback } from 'html-to-text';

/** Marks headings in stored text; help-center text lines do not begin like this. */
export const HEADING_MARK = '## ';

export const markedHeading: FormatCallback = (elem, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addInline(HEADING_MARK);
  walk(elem.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/**
 * A table as lines, one for each row. Columns are not laid out, so whatever a cell claims to span costs nothing: a
 * customer reads the text in a mail, where blanks line up nothing.
 */
export const plainTable: FormatCallback = (table, walk, builder) => {
  builder.openTable();
  for (const row of rowsOf(table)) {
    builder.openTableRow();
    for (const cell of tagsIn(row, 'td', 'th')) {
      builder.openTableCell();
      walk(cell.children, builder);
      builder.closeTableCell();
    }
    builder.closeTableRow();
  }
  builder.closeTable({
    tableToString: (rows) => rows.map((cells) => lineOf(cells.map(({ text }) => text))).join('\n'),
  });
};

const BETWEEN_CELLS = '   ';

/** A cell with several lines is a part of the page: then the row's cells stand below each other. */
function lineOf(cells: readonly string[]): string {
  const isPage = cells.some((text) => text.includes('\n'));
  const filled = isPage ? cells.filter((text) => text.trim() !== '') : cells;
  return filled.join(isPage ? '\n\n' : BETWEEN_CELLS);
}

function rowsOf(table: DomNode): DomNode[] {
  return table.children.flatMap((child) => {
    if (child.type !== 'tag') return [];
    return child.name === 'tr' ? [child] : tagsIn(child, 'tr');
  });
}

function tagsIn(parent: DomNode, ...names: string[]): DomNode[] {
  return parent.children.filter(({ type, name }) => type === 'tag' && names.includes(name ?? ''));
}

/** Lists that go on after a picture begin somewhere here. */
const MAX_START = 1_000;

/** A numbered list; Roman numerals are left out, since html-to-text cannot write them from 4,000 on. */
export const numberedList: FormatCallback = (list, walk, builder, options) => {
  const { start, type } = list.attribs ?? {};
  const first = Number(start);
  const attribs = {
    ...(Number.isInteger(first) && first > 0 && first <= MAX_START && { start: String(first) }),
    ...(type?.toLowerCase() === 'a' && { type }),
  };
  builder.options.formatters?.['orderedList']?.({ ...list, attribs }, walk, builder, options);
};
