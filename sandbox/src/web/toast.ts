import { h, icon } from './dom.ts';

export type ToastKind = 'notice' | 'alert' | 'error';

/** Long enough to read two lines. */
const SHOWN_MS = 6000;

/** Shows a short message at the top of the page; `sticky` ones stay until closed. */
export function toast(message: string, kind: ToastKind = 'notice', { sticky = false } = {}): void {
  const close = (): void => item.remove();
  const item: HTMLElement = h(
    'div',
    { class: `toast ${kind}`, role: kind === 'notice' ? 'status' : 'alert' },
    h('p', {}, message),
    h('button', { class: 'quiet', 'aria-label': 'Close message', onclick: close }, icon('close')),
  );
  region().append(item);
  if (!sticky) setTimeout(close, SHOWN_MS);
}

/** Shows what went wrong and nothing else; for use as `.catch(toastError)`. */
export function toastError(error: unknown): void {
  toast(error instanceof Error ? error.message : String(error), 'error');
}

function region(): HTMLElement {
  const known = document.querySelector<HTMLElement>('#toasts');
  if (known) return known;
  const made = h('section', { id: 'toasts', 'aria-label': 'Messages' });
  document.body.append(made);
  return made;
}
