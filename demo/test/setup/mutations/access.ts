import type { HealthyAccount } from '../healthy-account.ts';
import type { Mutation } from './mutation.ts';

const restrict = (it: HealthyAccount, name: string, to: string | null) =>
  it.api('PUT', `/users/${it.account.users[name]!.id}`, { user: { ticket_restriction: to } });

const hidden = (restriction: string): Mutation => ({
  name: `the assistant's user sees only the tickets "${restriction}"`,
  mutate: (it) => restrict(it, 'assistant', restriction),
  isServers: true,
  finds: ['user_restricted'],
  leaves: ['user_restricted'],
});

export const ACCESS_MUTATIONS: Mutation[] = [
  ...['assigned', 'groups', 'requested', 'organization'].map(hidden),
  {
    name: 'a restriction was lifted',
    mutate: async (it) => {
      await restrict(it, 'assistant', 'groups');
      return restrict(it, 'assistant', null);
    },
    isServers: true,
    finds: [],
  },
  {
    name: 'another agent sees only some tickets',
    mutate: (it) => restrict(it, 'bob', 'assigned'),
    isServers: true,
    finds: [],
  },
  {
    name: 'who sets up in the app sees only some tickets, the assistant all',
    mutate: (it) => restrict(it, 'ada', 'assigned'),
    finds: [],
  },
];
