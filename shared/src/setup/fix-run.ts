import type { SetupSpec } from '../setup-spec.ts';
import type { Account } from './account.ts';
import type { AppliedFix, UndoStep } from './applied.ts';
import type { Finding, ObjectKind } from './finding.ts';
import type { CheckInput, CheckResult, Judged } from './judged.ts';
import { LISTS } from './lists.ts';
import { findOwnObjects } from './own-objects.ts';
import type { OwnObjects, OwnParts } from './own-objects.ts';
import { readList, unreadable } from './read-list.ts';
import type { ZendeskCall } from './zendesk-call.ts';

export type OwnPart = keyof OwnParts;

/** The account's own objects at one moment. */
export interface Look {
  account: Account;
  own: OwnObjects;
}

export type OnFixProgress = (progress: { done: number; total: number }) => void;

const NOT_READ = unreadable(404);

/** Fixes are made from our own three kinds; the rest is not read again. */
const NOTHING_READ: Account = {
  ...{ readAt: 0, credentials: { kind: 'session' } },
  ...{ me: NOT_READ, token: NOT_READ, settings: NOT_READ, deliveries: NOT_READ },
  ...{ ticketFields: NOT_READ, ticketForms: NOT_READ, webhooks: NOT_READ, triggers: NOT_READ },
  ...{ triggerCategories: NOT_READ, automations: NOT_READ, macros: NOT_READ },
  ...{ installations: NOT_READ, helpCenter: NOT_READ },
};

/** One run over chosen findings: what was read last, what became of each, and what takes it back. */
export class FixRun {
  readonly call: ZendeskCall;
  readonly spec: SetupSpec;
  readonly undo: UndoStep[] = [];
  readonly #chosen: Map<string, Finding>;
  readonly #results = new Map<string, AppliedFix>();
  readonly #onProgress: OnFixProgress | undefined;
  #account = NOTHING_READ;

  constructor(
    { call, spec, onProgress }: { call: ZendeskCall; spec: SetupSpec; onProgress?: OnFixProgress },
    findings: readonly Finding[],
  ) {
    this.call = call;
    this.spec = spec;
    this.#onProgress = onProgress;
    const writes = findings.filter(({ fix }) => fix.kind === 'write');
    this.#chosen = new Map(writes.map((finding) => [finding.key, finding]));
  }

  /** Whether any chosen fix is about such an object, or about anything at all. */
  isAbout(...kinds: ObjectKind[]): boolean {
    const chosen = [...this.#chosen.values()];
    return chosen.some(({ object }) => kinds.length === 0 || kinds.includes(object.kind));
  }

  /** What was read last. */
  get seen(): Look {
    return { account: this.#account, own: findOwnObjects(this.spec, this.#account) };
  }

  /** Reads these parts anew. */
  async look(...parts: OwnPart[]): Promise<Look> {
    for (const part of parts) {
      this.#account = { ...this.#account, [part]: await readPart(this.call, part) };
    }
    return this.seen;
  }

  /** The chosen findings of a check that still hold, on what was read last. What is not among them is fine by now. */
  judge(check: (input: CheckInput) => CheckResult): Judged[] {
    const { judged } = check({ spec: this.spec, ...this.seen });
    return judged.filter(({ finding }) => this.#chosen.has(finding.key));
  }

  record(group: readonly Judged[], result: Omit<AppliedFix, 'key' | 'code' | 'object'>): void {
    for (const { finding } of group) {
      const { key, code, object } = finding;
      this.#results.set(key, { key, code, object, ...result });
    }
    this.#onProgress?.({ done: this.#results.size, total: this.#chosen.size });
  }

  /** A result for each chosen fix, in the order of choosing. */
  results(): AppliedFix[] {
    const { ticketFields, webhooks, triggers } = this.#account;
    const isRead = [ticketFields, webhooks, triggers].every(({ kind }) => kind === 'read');
    const outcome = isRead ? 'already_fine' : 'failed';
    return [...this.#chosen.values()].map(
      ({ key, code, object }) => this.#results.get(key) ?? { key, code, object, outcome },
    );
  }
}

function readPart(call: ZendeskCall, part: OwnPart): Promise<Account[OwnPart]> {
  switch (part) {
    case 'ticketFields':
      return readList(call, LISTS.ticketFields);
    case 'webhooks':
      return readList(call, LISTS.webhooks);
    case 'triggers':
      return readList(call, LISTS.triggers);
  }
}
