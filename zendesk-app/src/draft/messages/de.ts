import type { DraftMessages } from './messages.ts';

export const de: DraftMessages = {
  title: 'Entwurf',
  preparing: 'Eine Antwort wird gesucht…',
  text: 'Antwort zum Bearbeiten',
  insert: 'In die Antwort einfügen',
  inserted: 'Der Text steht im Antwortfeld. Gesendet wurde nichts.',
  insertFailed: 'Zendesk hat den Text nicht angenommen. Kopieren Sie ihn.',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  copyFailed:
    'Der Browser erlaubt kein Kopieren. Der Text ist markiert: Drücken Sie Strg+C oder ⌘C.',
  close: 'Schließen',
  notFound: 'Der Assistent hat keine Antwort vorzuschlagen',
};
