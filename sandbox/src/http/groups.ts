import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Group, User } from '../model.ts';
import { agents } from './caller.ts';
import { notFound } from './errors.ts';
import { paginate } from './paginate.ts';

/** https://developer.zendesk.com/api-reference/ticketing/groups/groups/ and group_memberships */
export function groupsRouter(account: Account): Router {
  const router = Router();
  const { groups, users } = account.store;
  const show = (group: Group) => ({
    url: `${account.url}/api/v2/groups/${group.id}.json`,
    ...group,
  });

  router.get('/groups', agents, (req, res) => {
    const { items, envelope } = paginate(account, req, [...groups.values()]);
    res.json({ groups: items.map(show), ...envelope });
  });

  router.get('/groups/:id', agents, (req, res) => {
    const group = groups.get(Number(req.params['id']));
    if (!group) throw notFound();
    res.json({ group: show(group) });
  });

  router.get('/group_memberships', agents, (req, res) => {
    const members = [...users.values()].filter((user) => user.default_group_id !== null);
    const { items, envelope } = paginate(account, req, members);
    res.json({ group_memberships: items.map((user) => membership(account, user)), ...envelope });
  });

  return router;
}

/** In the sandbox everybody is in one group at most. */
function membership(account: Account, user: User) {
  // Any id that is stable and nobody else's will do.
  const id = user.id + 3;
  return {
    url: `${account.url}/api/v2/group_memberships/${id}.json`,
    id,
    user_id: user.id,
    group_id: user.default_group_id,
    default: true,
    created_at: user.created_at,
    updated_at: user.updated_at,
  };
}
