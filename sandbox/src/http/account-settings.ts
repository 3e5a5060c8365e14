import { Router } from 'express';
import type { Account } from '../account.ts';
import type { TicketForm } from '../model.ts';
import { admins, agents, userOf } from './caller.ts';
import { notFound } from './errors.ts';
import { param } from './paginate.ts';
import { readBody } from './read-body.ts';
import { rolesAndBrandsRouter } from './roles-and-brands.ts';

/** Settings, locales, forms, custom statuses, roles, brands: what a set-up looks at. */
export function accountSettingsRouter(account: Account): Router {
  const router = Router();
  settingsRoutes(router, account);
  statusRoutes(router, account);
  formRoutes(router, account);
  router.use(rolesAndBrandsRouter(account));
  return router;
}

function settingsRoutes(router: Router, account: Account): void {
  router.get('/account/settings', agents, (_req, res) => {
    res.json({
      settings: {
        branding: { header_color: '17494D' },
        api: { api_token_access: String(account.switches.apiTokens === 'enabled') },
        tickets: {
          comments_public_by_default: true,
          custom_statuses_enabled: true,
          markdown_ticket_comments: false,
        },
        active_features: { ticket_forms: true, custom_statuses: true, messaging: true },
      },
    });
  });

  router.get('/account', agents, (_req, res) => {
    const { url, subdomain } = account;
    res.json({ account: { name: subdomain, subdomain, url, sandbox: false, time_format: 24 } });
  });

  router.get('/locales', (_req, res) => {
    const locales = ['en-US', 'es', 'fr', 'de', 'pt-BR', 'it', 'ja'];
    res.json({
      locales: locales.map((locale, index) => ({ id: index + 1, locale, name: locale })),
    });
  });
}

function statusRoutes(router: Router, account: Account): void {
  const { customStatuses } = account.store;
  // No pagination.
  router.get('/custom_statuses', (req, res) => {
    userOf(res);
    const categories = param(req, 'status_categories')?.split(',');
    const active = param(req, 'active');
    const all = [...customStatuses.values()]
      .filter((status) => !categories || categories.includes(status.status_category))
      .filter((status) => active === undefined || String(status.active) === active);
    res.json({ custom_statuses: all });
  });
}

function formRoutes(router: Router, account: Account): void {
  const { ticketForms } = account.store;
  const show = (form: TicketForm) => ({
    url: `${account.url}/api/v2/ticket_forms/${form.id}.json`,
    raw_name: form.name,
    display_name: form.name,
    raw_display_name: form.name,
    in_all_brands: true,
    restricted_brand_ids: [],
    ...form,
  });
  router.get('/ticket_forms', (req, res) => {
    userOf(res);
    const active = param(req, 'active');
    const all = [...ticketForms.values()].filter(
      (form) => active === undefined || String(form.active) === active,
    );
    const next = { next_page: null, previous_page: null, count: all.length };
    res.json({ ticket_forms: all.map(show), ...next });
  });

  router.get('/ticket_forms/:id', agents, (req, res) => {
    res.json({ ticket_form: show(findForm(req.params['id'])) });
  });

  router.put('/ticket_forms/:id', admins, (req, res) => {
    const form = findForm(req.params['id']);
    const {
      name,
      active,
      ticket_field_ids: ids,
    } = readBody<Partial<TicketForm>>(req, 'ticket_form');
    if (name !== undefined) form.name = name;
    if (active !== undefined) form.active = active;
    if (ids !== undefined) form.ticket_field_ids = ids.map(Number);
    form.updated_at = account.clock.iso();
    res.json({ ticket_form: show(form) });
  });

  function findForm(id: unknown): TicketForm {
    const form = ticketForms.get(Number(id));
    if (!form) throw notFound();
    return form;
  }
}
