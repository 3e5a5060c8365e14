import { fill, h } from './dom.ts';

/** Says in place of a page why it could not be opened, and offers a way on. */
export function failurePage(
  error: unknown,
  { title, wayOut }: { title: string; wayOut: { href: string; text: string } },
): void {
  const message = error instanceof Error ? error.message : String(error);
  const link = h('a', { href: wayOut.href }, wayOut.text);
  fill(
    document.body,
    h('main', { class: 'failure' }, h('h1', {}, title), h('p', {}, message), h('p', {}, link)),
  );
}
