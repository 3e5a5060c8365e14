import type { MessageLoaders } from '../../i18n/language.ts';

/** What the draft panel says. */
export interface DraftMessages {
  title: string;
  preparing: string;
  /** Names the text box. */
  text: string;
  insert: string;
  inserted: string;
  /** Zendesk did not take the text: another way is offered. */
  insertFailed: string;
  copy: string;
  copied: string;
  /** The browser forbids it: the text is selected for the agent to copy by hand. */
  copyFailed: string;
  close: string;
  notFound: string;
}

export const draftMessages = {
  en: () => import('./en.ts').then(({ en }) => en),
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  de: () => import('./de.ts').then(({ de }) => de),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
} satisfies MessageLoaders<DraftMessages>;
