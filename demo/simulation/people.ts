import { HANDBACK_TAG, PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { Act, Schedule } from './schedule.ts';
import type { SimulatedZendesk } from './simulated-zendesk.ts';

/** Acts that no webhook tells of: only the next comment or the sweep does. */
const SILENT_ACTS: ReadonlySet<Act> = new Set([
  'agent ends the pause',
  'agent takes over',
  'agent hands back',
  'agent reopens',
  'agent damages the field',
  'agent puts an old field value back',
]);

/** The people of the story: alice asks, bob is the agent, and our own user's owner may write by hand. */
export class People {
  readonly #zendesk: SimulatedZendesk;
  readonly #isHasty: boolean;
  #questions = 0;
  #fieldValues: unknown[] = [];
  ticketId: number | undefined;
  /** Whether somebody did something that no webhook tells of. */
  didSilently = false;

  constructor(zendesk: SimulatedZendesk, { isHasty }: Pick<Schedule, 'isHasty'>) {
    this.#zendesk = zendesk;
    this.#isHasty = isHasty;
  }

  /** Answers false when it cannot be done now, such as writing on a closed ticket. */
  do(act: Act): boolean {
    if (!this.#isHasty) this.#zendesk.pass(1_000);
    if (this.ticketId === undefined) return this.#openTicket(act);
    if (this.#ticket['status'] === 'closed') return false;
    this.didSilently ||= SILENT_ACTS.has(act);
    return this.#act(act, this.ticketId);
  }

  #openTicket(act: Act): boolean {
    const text = this.#words(act);
    if (text === undefined) return false;
    const { account } = this.#zendesk;
    const ticket = account.createTicket({ by: 'alice', subject: 'A question', text });
    this.ticketId = ticket['id'] as number;
    return true;
  }

  get #ticket() {
    return this.#zendesk.account.ticket(this.ticketId!);
  }

  #words(act: Act): string | undefined {
    const number = (this.#questions += 1);
    if (act === 'customer asks') return `Question ${number}: how long does delivery take?`;
    if (act === 'customer asks for a person') return `${number}: Can I talk to a human please?`;
    if (act === 'customer asks the unknown') return `${number}: something unknown to all`;
    return undefined;
  }

  #act(act: Act, id: number): boolean {
    const { account } = this.#zendesk;
    const tags = this.#ticket['tags'] as string[];
    const update = (change: object) => Boolean(account.update(id, { by: 'bob', ...change }));
    const write = (by: string, text: string, isPublic = true) =>
      Boolean(account.comment(id, { by, text, public: isPublic }));

    switch (act) {
      case 'customer asks':
      case 'customer asks for a person':
      case 'customer asks the unknown':
        return write('alice', this.#words(act)!);
      case 'agent replies':
        return write('bob', 'Bob here, I will look into it.');
      case 'agent writes a note':
        return write('bob', 'Checked with the warehouse.', false);
      case 'our own user replies by hand':
        return write('assistant', 'This is Sam. I will call you.');
      case 'agent pauses':
        return update({ tags: [...tags, PAUSED_TAG] });
      case 'agent ends the pause':
        return update({ tags: tags.filter((tag) => tag !== PAUSED_TAG) });
      case 'agent takes over':
        return update({ tags: [...tags, TAKEOVER_TAG] });
      case 'agent hands back':
        return update({ tags: [...tags, HANDBACK_TAG] });
      case 'agent solves':
        return update({ status: 'solved' });
      case 'agent reopens':
        return this.#ticket['status'] === 'solved' && update({ status: 'open' });
      case 'agent closes':
        return update({ status: 'closed' });
      case 'agent damages the field':
        return this.#setField('not a state at all');
      case 'agent puts an old field value back':
        return this.#setField(this.#fieldValues[0] ?? null);
    }
  }

  #setField(value: unknown): boolean {
    const { account, stateFieldId } = this.#zendesk;
    const id = Number(stateFieldId);
    const fields = this.#ticket['custom_fields'] as { id: number; value: unknown }[];
    this.#fieldValues.push(fields.find((field) => field.id === id)?.value);
    return Boolean(account.update(this.ticketId!, { by: 'bob', custom_fields: [{ id, value }] }));
  }
}
