import type { DraftMessages } from './messages.ts';

export const fr: DraftMessages = {
  title: 'Brouillon',
  preparing: 'Recherche d’une réponse…',
  text: 'Réponse à modifier',
  insert: 'Insérer dans la réponse',
  inserted: 'Le texte est dans la zone de réponse. Rien n’a été envoyé.',
  insertFailed: 'Zendesk ne l’a pas accepté. Copiez-le.',
  copy: 'Copier',
  copied: 'Copié.',
  copyFailed:
    'Le navigateur ne permet pas de copier. Le texte est sélectionné : appuyez sur Ctrl+C ou ⌘C.',
  close: 'Fermer',
  notFound: 'L’assistant n’a pas de réponse à proposer',
};
