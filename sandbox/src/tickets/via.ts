import type { Ticket, Via } from '../model.ts';

/**
 * Channels and the numeric ids that conditions use for them.
 * https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/
 * 4 and 5 are documented; the ids of the others follow the definitions of real accounts.
 */
export const VIA_IDS: Record<string, number> = { web: 0, email: 4, api: 5, rule: 8, messaging: 75 };

export const VIA_TITLES: Record<string, string> = {
  web: 'Web form',
  email: 'Mail',
  api: 'Web service (API)',
  rule: 'Business rule',
  messaging: 'Messaging',
};

export function via(channel: string): Via {
  return { channel, source: { from: {}, to: {}, rel: null } };
}

/** A ticket that follows up a closed one. Its channel stays that of whoever writes it (UNVERIFIED). */
export function viaFollowUp({ channel }: Via, source: Ticket): Via {
  const { id: ticket_id, subject } = source;
  const from = { ticket_id, subject, channel: source.via.channel };
  return { channel, source: { from, to: {}, rel: 'follow_up' } };
}

/** How a rule signs the changes it makes. */
export function viaRule(kind: 'trigger' | 'automation', rule: { id: number; title: string }): Via {
  return {
    channel: 'rule',
    source: { from: { id: rule.id, title: rule.title }, to: {}, rel: kind },
  };
}

export function viaId(value: Via): number {
  return VIA_IDS[value.channel] ?? VIA_IDS['api']!;
}
