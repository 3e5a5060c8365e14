import { h } from '../dom.ts';
import { toast, toastError } from '../toast.ts';
import { armFaults } from './account.ts';
import type { AccountDescription, ArmedFault } from './account.ts';

/** Only calls that change a ticket: the pages' own reads would use the fault up. */
const TICKET_WRITE = { method: 'PUT', path: '^/api/v2/tickets/' };
const api = (kind: string) => ({ api: [{ kind, match: TICKET_WRITE }] });

const API_BUTTONS: Array<[string, object]> = [
  ['Answer 429', api('429')],
  ['Answer 500, nothing done', api('500')],
  ['Answer 500, but done', api('500-after')],
  ['Answer 502 as HTML', api('502-html')],
  ['Slow by 5 s', { api: [{ kind: 'slow', delayMs: 5000, match: TICKET_WRITE }] }],
  ['Drop before', api('drop-before')],
  ['Drop after', api('drop-after')],
  ['Conflict 409', api('409')],
  ['Hang', api('hang')],
];

const DELIVERY_BUTTONS: Array<[string, object]> = [
  ['Send twice', { delivery: { duplicate: 1 } }],
  ['Lose', { delivery: { lose: 1 } }],
  ['Reorder', { delivery: { reorder: true } }],
  ['Delay by 5 s', { delivery: { delayMs: 5000 } }],
  ['Clock an hour ahead', { delivery: { clockSkewMs: 3_600_000 } }],
];

const account = (kind: string) => ({ account: [{ kind }] });

const ACCOUNT_BUTTONS: Array<[string, object]> = [
  ['Expire all tokens', account('expired-token')],
  ['Revoke all tokens', account('revoked-token')],
  ['Suspend the assistant', account('suspended-user')],
  ['Reinstate the assistant', account('reinstated-user')],
  ['Delete the user of the assistant', account('deleted-user')],
  ['Switch triggers off', account('disabled-trigger')],
  ['Edit trigger bodies', account('edited-trigger')],
  ['Delete webhooks', account('deleted-webhook')],
  ['Edit state fields', account('edited-state-field')],
  ['Lock the state field for agents', account('locked-field')],
];

/** Buttons that break the next ticket write or webhook delivery or the account itself, and what is armed. */
export function faultControls({ faults }: AccountDescription): HTMLElement {
  return h(
    'div',
    {},
    group('Next ticket update', API_BUTTONS),
    group('Next webhook delivery', DELIVERY_BUTTONS),
    group('The account, at once and for good', ACCOUNT_BUTTONS),
    h('p', { class: 'armed', role: 'status' }, armed(faults)),
    h('button', { onclick: () => arm('All faults cleared', { clear: true }) }, 'Clear all'),
  );
}

function group(label: string, buttons: Array<[string, object]>): HTMLElement {
  const made = buttons.map(([name, order]) =>
    h('button', { onclick: () => arm(`${label}: ${name}`, order) }, name),
  );
  return h(
    'div',
    { role: 'group', 'aria-label': label },
    h('h3', {}, label),
    h('div', { class: 'buttons' }, ...made),
  );
}

function arm(message: string, order: object): void {
  armFaults(order)
    .then(() => toast(message))
    .catch(toastError);
}

function armed({ api: waiting, delivery }: AccountDescription['faults']): string {
  const names = [
    ...waiting.map(describe),
    ...Object.entries(delivery)
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}: ${String(value)}`),
  ];
  return names.length === 0 ? 'Nothing is armed.' : `Armed: ${names.join(', ')}`;
}

const describe = ({ kind, times = 1, match }: ArmedFault) =>
  `${kind} × ${times}${match.method ? ` on ${match.method}` : ''}`;
