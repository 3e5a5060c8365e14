import { h } from '../dom.ts';

const LABELS: Record<string, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On-hold',
  solved: 'Solved',
  closed: 'Closed',
};

/** Statuses an agent can submit a ticket with; nobody can set `closed` or go back to `new` by hand. */
export const SUBMIT_STATUSES = ['open', 'pending', 'hold', 'solved'];

export const statusLabel = (status: string) => LABELS[status] ?? status;

export function statusBadge(status: string): HTMLElement {
  return h('span', { class: `badge status-${status}` }, statusLabel(status));
}
