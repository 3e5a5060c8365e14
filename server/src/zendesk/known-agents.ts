import type { ZendeskUser } from './schemas.ts';

/** An agent who became a customer meanwhile is still taken for one: that costs a silence, never a wrong reply. */
const REMEMBERED_MS = 60 * 60_000;
/** More agents than almost any account has; then all are learnt again. */
const MAX_AGENTS = 5_000;

export type KnownAgents = ReturnType<typeof createKnownAgents>;

/** Who of an account's users are agents or admins, as far as Zendesk has told lately. */
export function createKnownAgents(now: () => number) {
  const until = new Map<string, number>();

  return {
    learn(users: Iterable<ZendeskUser>): void {
      if (until.size > MAX_AGENTS) until.clear();
      for (const { id, role } of users) {
        if (role === 'end-user') until.delete(id);
        else until.set(id, now() + REMEMBERED_MS);
      }
    },
    has: (id: string): boolean => (until.get(id) ?? 0) > now(),
  };
}
