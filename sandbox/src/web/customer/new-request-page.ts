import { fill, h } from '../dom.ts';
import { toastError } from '../toast.ts';
import { createRequest } from './requests.ts';

/** The form that opens a new ticket in the customer's name. */
export function newRequestPage(main: HTMLElement): void {
  const subject = h('input', {
    name: 'subject',
    required: true,
    maxlength: 150,
    autocomplete: 'off',
  });
  const text = h('textarea', { name: 'text', required: true, rows: 8 });
  const button = h('button', { class: 'primary' }, 'Submit');
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const { id } = await createRequest(subject.value, text.value);
      location.assign(`/requests/${id}`);
    } catch (error) {
      button.disabled = false;
      toastError(error);
    }
  };
  fill(
    main,
    h('h1', {}, 'Submit a request'),
    h(
      'form',
      { class: 'card', onsubmit: send },
      h('label', {}, h('span', { class: 'label' }, 'Subject'), subject),
      h('label', {}, h('span', { class: 'label' }, 'How can we help?'), text),
      h('div', { class: 'actions' }, button),
    ),
  );
}
