import { fill, h } from '../dom.ts';
import { isAboutTicket, onChange } from '../live.ts';
import { shortTime } from '../time.ts';
import { toastError } from '../toast.ts';
import { readRequests } from './requests.ts';
import { customerStatus } from './status.ts';

/** The signed-in customer's own requests. */
export async function requestsPage(main: HTMLElement): Promise<void> {
  const list = h('ul', { class: 'requests' });
  fill(main, h('h1', {}, 'My requests'), list);
  const show = async () => fill(list, ...(await items()));
  await show();
  onChange((change) => {
    if (isAboutTicket(change)) show().catch(toastError);
  });
}

async function items(): Promise<HTMLElement[]> {
  const requests = await readRequests();
  if (requests.length === 0) return [h('li', { class: 'empty' }, 'You have no requests yet.')];
  return requests.map(({ id, subject, status, updated_at }) =>
    h(
      'li',
      {},
      h('a', { href: `/requests/${id}` }, subject),
      h('span', { class: `state state-${status}` }, customerStatus(status)),
      h('span', { class: 'when' }, `#${id}, updated ${shortTime(updated_at)}`),
    ),
  );
}
