/**
 * Titles as placeholders show them: localised and capitalised, never the API's value.
 * https://support.zendesk.com/hc/en-us/articles/4408886858138
 */
const STATUS: Record<string, Record<string, string>> = {
  en: {
    new: 'New',
    open: 'Open',
    pending: 'Pending',
    hold: 'On-hold',
    solved: 'Solved',
    closed: 'Closed',
  },
  es: {
    new: 'Nuevo',
    open: 'Abierto',
    pending: 'Pendiente',
    hold: 'En espera',
    solved: 'Resuelto',
    closed: 'Cerrado',
  },
  fr: {
    new: 'Nouveau',
    open: 'Ouvert',
    pending: 'En attente',
    hold: 'En pause',
    solved: 'Résolu',
    closed: 'Clos',
  },
  de: {
    new: 'Neu',
    open: 'Offen',
    pending: 'Wartend',
    hold: 'Angehalten',
    solved: 'Gelöst',
    closed: 'Geschlossen',
  },
  pt: {
    new: 'Novo',
    open: 'Aberto',
    pending: 'Pendente',
    hold: 'Em espera',
    solved: 'Resolvido',
    closed: 'Fechado',
  },
};

const ROLE: Record<string, string> = { admin: 'Admin', agent: 'Agent', 'end-user': 'End user' };

export function statusTitle(status: string, locale: string): string {
  const language = locale.slice(0, 2).toLowerCase();
  return (STATUS[language] ?? STATUS['en']!)[status] ?? status;
}

export function roleTitle(role: string): string {
  return ROLE[role] ?? role;
}

export function capitalised(value: string | null, whenUnset: string): string {
  return value ? value.charAt(0).toUpperCase() + value.slice(1) : whenUnset;
}
