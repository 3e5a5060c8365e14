import { h } from '../dom.ts';
import { fullTime } from '../time.ts';
import { toast, toastError } from '../toast.ts';
import { advanceClock } from './account.ts';
import type { AccountDescription } from './account.ts';

const STEPS = ['1 minute', '1 hour', '1 day', '4 days', '28 days'];

/** What time it is in the account, and buttons that let time pass: solved tickets close after four days. */
export function clockControls({ now, clock }: AccountDescription): HTMLElement {
  const buttons = STEPS.map((step) => h('button', { onclick: () => advance(step) }, `+ ${step}`));
  return h(
    'div',
    {},
    h('p', {}, h('strong', {}, fullTime(now)), ` (${clock} clock)`),
    h('div', { class: 'buttons', role: 'group', 'aria-label': 'Let time pass' }, ...buttons),
  );
}

function advance(step: string): void {
  advanceClock(step)
    .then(() => toast(`${step} have passed`))
    .catch(toastError);
}
