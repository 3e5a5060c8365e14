import { fill, h, icon } from '../dom.ts';
import { SUBMIT_STATUSES, statusLabel } from './status.ts';
import type { TicketStore } from './ticket-store.ts';
import { shown } from './ticket.ts';
import type { TicketView } from './ticket.ts';

/** Where the agent writes: public reply or internal note, and the button that submits the ticket. */
export class Composer {
  readonly element: HTMLElement;
  readonly footer: HTMLElement;
  readonly #text = h('textarea', { rows: 4, 'aria-label': 'Comment' });
  readonly #kinds: HTMLElement[];
  readonly #submit = h('button', { class: 'primary submit', type: 'button' });
  readonly #menu = h('div', { class: 'menu', popover: 'auto', id: 'submit-menu', role: 'menu' });
  readonly #store: TicketStore;
  readonly #onSubmit: (status: string) => void;

  constructor(store: TicketStore, onSubmit: (status: string) => void) {
    this.#store = store;
    this.#onSubmit = onSubmit;
    this.#kinds = [this.#kindButton(true), this.#kindButton(false)];
    this.element = h(
      'section',
      { class: 'composer', 'aria-label': 'Write a comment' },
      h('div', { class: 'kinds', role: 'group', 'aria-label': 'Kind of comment' }, ...this.#kinds),
      this.#text,
    );
    this.footer = this.#makeFooter();
    this.#text.addEventListener('input', () =>
      store.edit((draft) => void (draft.text = this.#text.value)),
    );
    this.#text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) this.#submitAsShown();
    });
    this.#submit.addEventListener('click', () => this.#submitAsShown());
  }

  show(view: TicketView): void {
    const { isPublic, text } = view.draft;
    const isClosed = view.ticket.status === 'closed';
    this.element.classList.toggle('is-note', !isPublic);
    this.#kinds[0]?.setAttribute('aria-pressed', String(isPublic));
    this.#kinds[1]?.setAttribute('aria-pressed', String(!isPublic));
    this.#text.placeholder = placeholder(isClosed, isPublic);
    if (this.#text.value !== text) this.#text.value = text;
    this.#text.disabled = isClosed;
    this.#submit.disabled = isClosed;
    fill(this.#submit, 'Submit as ', h('b', {}, statusLabel(this.#nextStatus())));
  }

  /** No two submits at once. */
  set busy(isBusy: boolean) {
    this.#submit.toggleAttribute('disabled', isBusy);
    this.#submit.setAttribute('aria-busy', String(isBusy));
  }

  #nextStatus(): string {
    const status = shown(this.#store.view, 'status');
    return status === 'new' ? 'open' : status;
  }

  #submitAsShown(): void {
    if (!this.#submit.disabled) this.#onSubmit(this.#nextStatus());
  }

  #kindButton(isPublic: boolean): HTMLElement {
    const choose = () => {
      this.#store.edit((draft) => void (draft.isPublic = isPublic));
      this.#text.focus();
    };
    return h(
      'button',
      { type: 'button', 'aria-pressed': 'false', onclick: choose },
      icon(isPublic ? 'reply' : 'note'),
      isPublic ? 'Public reply' : 'Internal note',
    );
  }

  #makeFooter(): HTMLElement {
    for (const status of SUBMIT_STATUSES) {
      const choose = () => {
        this.#menu.hidePopover();
        if (!this.#submit.disabled) this.#onSubmit(status);
      };
      this.#menu.append(
        h(
          'button',
          { type: 'button', role: 'menuitem', 'data-status': status, onclick: choose },
          h('span', { class: `dot status-${status}` }),
          'Submit as ',
          h('b', {}, statusLabel(status)),
        ),
      );
    }
    const open = h(
      'button',
      { class: 'primary more', popovertarget: 'submit-menu', 'aria-label': 'Other statuses' },
      icon('down'),
    );
    return h(
      'div',
      { class: 'submit-bar' },
      h('div', { class: 'split' }, this.#submit, open),
      this.#menu,
    );
  }
}

function placeholder(isClosed: boolean, isPublic: boolean): string {
  if (isClosed) return 'This ticket is closed and cannot be changed.';
  return isPublic
    ? 'Write your reply to the customer'
    : 'Add an internal note that only agents see';
}
