/** Where in Admin Center a person finds what only a person can mend. */
export const PLACES = {
  people: 'Admin Center > People > Team > Team members',
  oauthClients: 'Admin Center > Apps and integrations > APIs > OAuth clients',
  apiSettings: 'Admin Center > Apps and integrations > APIs > API configuration',
  fields: 'Admin Center > Objects and rules > Tickets > Fields',
  forms: 'Admin Center > Objects and rules > Tickets > Forms',
  webhooks: 'Admin Center > Apps and integrations > Webhooks > Webhooks',
  triggers: 'Admin Center > Objects and rules > Business rules > Triggers',
  automations: 'Admin Center > Objects and rules > Business rules > Automations',
  macros: 'Admin Center > Workspaces > Agent tools > Macros',
  apps: 'Admin Center > Apps and integrations > Apps > Zendesk Support apps',
  helpCenter: 'Help center > Manage articles',
  /** Of the server alone: it keeps these ids itself. */
  serverIds: 'npm run setup -- --apply, or wait: the daily check does it, too',
  /** No place at all: nothing answered, or with an error. */
  later: 'Try again later',
  signIn: 'Sign in to Zendesk again, as an admin',
} as const;

/** The place, and what to do there. */
export function personDoes(place: keyof typeof PLACES, what?: string) {
  return { kind: 'person' as const, place: what ? `${PLACES[place]} > ${what}` : PLACES[place] };
}
