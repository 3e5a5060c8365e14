import { h } from '../dom.ts';
import type { AccountDescription } from './account.ts';

const SHOWN = 12;

/** The last calls to the API, newest first, with who made them. */
export function callsList({ calls, users }: AccountDescription): HTMLElement {
  if (calls.length === 0) return h('p', { class: 'empty' }, 'No call yet.');
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const rows = calls
    .slice(-SHOWN)
    .reverse()
    .map(({ method, path, status, userId }) =>
      h(
        'tr',
        {},
        h('td', {}, h('span', { class: `pill ${tone(status)}` }, status || 'dropped')),
        h('td', { class: 'call' }, h('code', {}, `${method} ${path}`)),
        h('td', {}, userId === null ? '–' : (names.get(userId) ?? userId)),
      ),
    );
  return h('table', {}, h('tbody', {}, ...rows));
}

function tone(status: number): string {
  if (status >= 200 && status < 400) return 'active';
  return status === 409 || status === 429 ? 'warning' : 'failed';
}
