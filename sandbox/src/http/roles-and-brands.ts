import { Router } from 'express';
import type { Account } from '../account.ts';
import { agents } from './caller.ts';
import { paginate } from './paginate.ts';

/**
 * https://developer.zendesk.com/api-reference/ticketing/account-configuration/custom_roles/ (never paginated) and
 * https://developer.zendesk.com/api-reference/ticketing/account-configuration/brands/
 */
export function rolesAndBrandsRouter(account: Account): Router {
  const router = Router();

  router.get('/custom_roles', agents, (_req, res) => {
    const roles = [...account.store.customRoles.values()];
    res.json({ custom_roles: roles, next_page: null, previous_page: null, count: roles.length });
  });

  router.get('/brands', agents, (req, res) => {
    const { items, envelope } = paginate(account, req, [onlyBrand(account)]);
    res.json({ brands: items, ...envelope });
  });

  return router;
}

/** Every account has one brand; more of them are not imitated. */
function onlyBrand(account: Account) {
  const id = account.id * 1000;
  const since = [...account.store.users.values()][0]?.created_at ?? account.clock.iso();
  return {
    url: `${account.url}/api/v2/brands/${id}.json`,
    id,
    name: account.subdomain,
    brand_url: account.url,
    subdomain: account.subdomain,
    host_mapping: null,
    has_help_center: true,
    help_center_state: 'enabled',
    active: true,
    default: true,
    is_deleted: false,
    logo: null,
    ticket_form_ids: [...account.store.ticketForms.keys()],
    signature_template: '{{agent.signature}}',
    created_at: since,
    updated_at: since,
  };
}
