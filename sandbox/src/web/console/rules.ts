import { h } from '../dom.ts';
import type { AccountDescription, Condition } from './account.ts';

export function webhooksTable({ webhooks }: AccountDescription): HTMLElement {
  if (webhooks.length === 0) return h('p', { class: 'empty' }, 'None yet: set-up creates one.');
  const items = webhooks.map(({ name, endpoint, status, signing_secret: secret }) =>
    h(
      'li',
      {},
      h('strong', {}, name),
      h('span', { class: `pill ${status}` }, status),
      h('code', {}, endpoint),
      secret && h('span', {}, 'Signing secret ', h('code', {}, secret.secret)),
    ),
  );
  return h('ul', { class: 'rules' }, ...items);
}

export function triggersList({ triggers }: AccountDescription): HTMLElement {
  if (triggers.length === 0) return h('p', { class: 'empty' }, 'None yet: set-up creates two.');
  const items = triggers.map(({ title, active, conditions, actions }) =>
    h(
      'li',
      {},
      h('strong', {}, title),
      h(
        'span',
        { class: `pill ${active ? 'active' : 'inactive'}` },
        active ? 'active' : 'inactive',
      ),
      conditionsLine('All of', conditions.all),
      conditionsLine('Any of', conditions.any),
      ...actions.map(({ field, value }) =>
        h('details', {}, h('summary', {}, field), h('pre', { tabindex: 0 }, bodyOf(value))),
      ),
    ),
  );
  return h('ul', { class: 'rules' }, ...items);
}

function conditionsLine(label: string, conditions: Condition[]): HTMLElement | undefined {
  if (conditions.length === 0) return undefined;
  const words = conditions.map(
    ({ field, operator, value }) => `${field} ${operator} ${String(value ?? '')}`,
  );
  return h('span', { class: 'soft' }, `${label}: ${words.join('; ')}`);
}

/** The action of a webhook is `[webhook id, body]`. */
const bodyOf = (value: unknown) => [value].flat().map(String).join('\n');
