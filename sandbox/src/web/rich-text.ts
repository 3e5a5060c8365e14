const TAGS = new Set(
  'A B BLOCKQUOTE BR CODE DIV EM H1 H2 H3 H4 I IMG LI OL P PRE SPAN STRONG U UL TABLE TBODY THEAD TR TD TH'.split(
    ' ',
  ),
);

/**
 * A comment's html_body as nodes, with only plain text markup kept: customers write these, and a page that
 * shows them must not run them.
 */
export function richText(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  copyChildren(parsed.body, fragment);
  return fragment;
}

function copyChildren(from: Node, to: Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(new Text(child.textContent ?? ''));
    else if (child instanceof Element) copyElement(child, to);
  }
}

function copyElement(element: Element, to: Node): void {
  if (element.tagName === 'SCRIPT' || element.tagName === 'STYLE') return;
  if (!TAGS.has(element.tagName)) return copyChildren(element, to);
  const copy = document.createElement(element.tagName);
  copyLink(element, copy);
  copyChildren(element, copy);
  to.appendChild(copy);
}

function copyLink(element: Element, copy: HTMLElement): void {
  const href = element.getAttribute('href');
  if (copy instanceof HTMLAnchorElement && href && /^(https?:|mailto:|\/)/i.test(href)) {
    copy.href = href;
    copy.target = '_blank';
    copy.rel = 'noreferrer';
  }
  if (copy instanceof HTMLImageElement) {
    const src = element.getAttribute('src');
    if (src && /^(https?:|\/)/i.test(src)) copy.src = src;
    copy.alt = element.getAttribute('alt') ?? '';
  }
}
