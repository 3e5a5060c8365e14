import { Router } from 'express';
import type { Account } from '../account.ts';
import { newUser } from '../users/new-user.ts';
import type { User } from '../model.ts';
import { admins, agents, callerOf } from './caller.ts';
import { invalidBase, notFound } from './errors.ts';
import { groupsRouter } from './groups.ts';
import { paginate, param } from './paginate.ts';
import { presentUser } from './present.ts';
import { readBody } from './read-body.ts';

const ANONYMOUS_USER = {
  id: null,
  name: 'Anonymous user',
  email: 'invalid@example.com',
  role: 'end-user',
};

/** https://developer.zendesk.com/api-reference/ticketing/users/users/ */
export function usersRouter(account: Account): Router {
  const router = Router();
  readRoutes(router, account);
  singleRoutes(router, account);
  router.use(groupsRouter(account));
  return router;
}

function readRoutes(router: Router, account: Account): void {
  const { store } = account;
  const show = (user: User) => presentUser(account, user);

  // Without valid credentials: 200 and nobody.
  router.get('/users/me', (_req, res) => {
    const { user, csrfToken } = callerOf(res);
    const shown = user ? show(user) : ANONYMOUS_USER;
    res.json({ user: { ...shown, authenticity_token: csrfToken } });
  });

  router.get('/users', agents, (req, res) => {
    const role = param(req, 'role');
    const all = [...store.users.values()].filter(
      (user) => user.active && (!role || user.role === role),
    );
    const { items, envelope } = paginate(account, req, all);
    res.json({ users: items.map(show), ...envelope });
  });

  router.get('/users/search', agents, (req, res) => {
    const query = (param(req, 'query') ?? '').replace(/^email:/, '').toLowerCase();
    const found = [...store.users.values()].filter(
      ({ active, name, email }) =>
        active && (name.toLowerCase().includes(query) || email.toLowerCase() === query),
    );
    const { items, envelope } = paginate(account, req, found);
    res.json({ users: items.map(show), ...envelope });
  });

  router.get('/users/show_many', agents, (req, res) => {
    const ids = (param(req, 'ids') ?? '').split(',').map(Number);
    res.json({ users: ids.flatMap((id) => store.users.get(id) ?? []).map(show) });
  });
}

function singleRoutes(router: Router, account: Account): void {
  const show = (user: User) => presentUser(account, user);

  router.get('/users/:id', agents, (req, res) => {
    res.json({ user: show(find(req.params['id'] as string)) });
  });

  router.post('/users', agents, (req, res) => {
    const given = readBody<Partial<User>>(req, 'user');
    if (!given.name || !given.email) throw invalidBase('Name and email: cannot be blank');
    const user = newUser(account, {
      role: 'end-user',
      ...given,
      name: given.name,
      email: given.email,
    });
    res.status(201).json({ user: show(user) });
  });

  router.put('/users/:id', admins, (req, res) => {
    const user = find(req.params['id'] as string);
    Object.assign(user, readBody(req, 'user'), { id: user.id, updated_at: account.clock.iso() });
    res.json({ user: show(user) });
  });

  function find(id: string): User {
    const user = account.store.users.get(Number(id));
    if (!user) throw notFound();
    return user;
  }
}
