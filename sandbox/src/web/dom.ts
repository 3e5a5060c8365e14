export type Child = Node | string | number | null | undefined | false;
type Listener = (event: never) => unknown;
export type Attributes = Record<string, string | number | boolean | null | undefined | Listener>;

/**
 * Makes an element: `h('button', { class: 'primary', onclick: save }, 'Save')`. Attributes that are false, null
 * or undefined are left out; functions become listeners. Text is always text, never markup.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') {
      element.addEventListener(name.replace(/^on/, ''), value as EventListener);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

/** Replaces all children of `parent`. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

function append(parent: Element, children: Child[]): void {
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue;
    parent.append(typeof child === 'number' ? String(child) : child);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** A 16 × 16 line icon that takes the colour of its text and is hidden from screen readers. */
export function icon(name: keyof typeof ICONS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

const ICONS = {
  home: 'M2 7.5 8 2l6 5.5M3.5 6.5v7h9v-7M6.5 13.5v-4h3v4',
  views: 'M2 3.5h12M2 8h12M2 12.5h8',
  customer:
    'M8 7.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 14c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5',
  apps: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z',
  sandbox: 'M2 13.5h12M3.5 13.5V8l4.5-5 4.5 5v5.5M6.5 13.5V10h3v3.5',
  moon: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a5.75 5.75 0 1 0 7 7Z',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  down: 'M4 6l4 4 4-4',
  reply: 'M6.5 3 2 7.5 6.5 12M2.5 7.5H10a4 4 0 0 1 4 4V13',
  note: 'M3 2.5h10v8l-3 3H3zM10 13.5v-3h3',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  reload: 'M13.5 8A5.5 5.5 0 1 1 11.8 4M12 1.5V4.5H9',
} as const;
