import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import type { Decided, RuleVerdict } from './decision.ts';
import type { Facts } from './facts.ts';
import { RULES } from './rules.ts';
import { situationOf } from './situation.ts';

/**
 * What to do about a ticket, from its state and the facts alone: no clock, no randomness, no I/O.
 * Answers `ask` when it needs the answer engine first; call it again with `facts.answer`.
 */
export function decide(state: ConversationState, facts: Facts): Decided {
  const situation = situationOf(state, facts);
  const rules: RuleVerdict[] = [];

  for (const rule of RULES) {
    const decision = rule.apply(situation);
    rules.push({ rule: rule.name, verdict: decision ? 'decided' : 'passed' });
    if (decision) return { decision, rules };
  }
  throw new Error('No rule decided; the last rule must always decide');
}
