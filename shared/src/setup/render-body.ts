/** What stands for a placeholder when a body is tried out. */
export type Sample = (expression: string) => string;

const LOOP = /\{%-?\s*for\s+(\w+)\s+in\s+([\w.]+)\s*-?%\}([\s\S]*?)\{%-?\s*endfor\s*-?%\}/g;
const UNLESS_LAST = /\{%-?\s*unless\s+forloop\.last\s*-?%\}([\s\S]*?)\{%-?\s*endunless\s*-?%\}/g;
const IF_NOT_LAST =
  /\{%-?\s*if\s+forloop\.last\s*==\s*false\s*-?%\}([\s\S]*?)\{%-?\s*endif\s*-?%\}/g;
const OTHER_TAG = /\{%[\s\S]*?%\}/g;
const PLACEHOLDER = /\{\{\s*([\s\S]*?)\s*\}\}/g;

/**
 * A trigger's body as Zendesk would send it, as far as our bodies use Liquid: placeholders, and loops over a
 * list of `items` with a comma between. Other tags vanish.
 * https://support.zendesk.com/hc/en-us/articles/4408886858138
 */
export function renderBody(template: string, items: number, sample: Sample): string {
  return template
    .replaceAll(LOOP, (_loop, _name, _list, inner: string) =>
      Array.from({ length: items }, (_item, index) => oneTurn(inner, index === items - 1)).join(''),
    )
    .replaceAll(OTHER_TAG, '')
    .replaceAll(PLACEHOLDER, (_placeholder, expression: string) => sample(expression));
}

function oneTurn(inner: string, isLast: boolean): string {
  const unlessLast = (_tag: string, text: string) => (isLast ? '' : text);
  return inner.replaceAll(UNLESS_LAST, unlessLast).replaceAll(IF_NOT_LAST, unlessLast);
}
