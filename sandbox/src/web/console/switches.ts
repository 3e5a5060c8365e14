import { h } from '../dom.ts';
import { toastError } from '../toast.ts';
import { setSwitch } from './account.ts';
import type { AccountDescription } from './account.ts';

/** Switches with a closed list of values; the others are told apart by the type of their value. */
const CHOICES: Record<string, string[]> = {
  plainHttpEndpoints: ['this-machine', 'anywhere'],
  oversizePayload: ['failed', 'unlogged'],
  roleValues: ['of-conditions', 'of-users'],
  helpCenter: ['active', 'absent'],
  liquid: ['escape', 'raw', 'raw-with-header'],
  renderAt: ['trigger', 'delivery'],
  apiTokens: ['enabled', 'disabled'],
  contentType: ['application/json', 'application/json; charset=utf-8'],
  attemptPayload: ['string', 'object'],
  fieldValues: ['verbatim', 'trimmed'],
  fieldsOffForm: ['stored', 'ignored'],
  lockedFieldWrites: ['stored', 'ignored'],
  triggerCategory: ['optional', 'required'],
  jsonFilter: ['absent', 'present'],
  timestampPlaceholders: ['minutes', 'seconds'],
  deleteReferencedWebhook: ['refused', 'allowed'],
  rateLimitBody: ['json', 'text'],
  ids: ['count-up', 'several-servers'],
  deletedAuthors: ['listed', 'missing'],
  followUpCopies: ['tags-and-fields', 'tags'],
};

/** Rules that Zendesk does not document, each of which can be set to either side. */
export function switchControls({ switches }: AccountDescription): HTMLElement {
  const rows = Object.entries(switches).map(([name, value]) =>
    h('label', { title: name }, h('span', {}, inWords(name)), control(name, value)),
  );
  return h('div', { class: 'switches' }, ...rows);
}

/** `changedToMatchesCreate` reads "changed to matches create". */
const inWords = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function control(name: string, value: unknown): HTMLElement {
  const set = (next: unknown) => setSwitch(name, next).catch(toastError);
  const choices = CHOICES[name];
  if (choices) {
    const options = choices.map((choice) => h('option', { selected: choice === value }, choice));
    const select = h('select', {}, ...options);
    select.addEventListener('change', () => set(select.value));
    return select;
  }
  if (typeof value === 'boolean') {
    const box = h('input', { type: 'checkbox', checked: value });
    box.addEventListener('change', () => set(box.checked));
    return box;
  }
  const field = h('input', { value: JSON.stringify(value), spellcheck: 'false' });
  field.addEventListener('change', () => {
    try {
      set(JSON.parse(field.value));
    } catch {
      toastError(new Error(`${name}: write a number or JSON, such as ${JSON.stringify(value)}`));
    }
  });
  return field;
}
