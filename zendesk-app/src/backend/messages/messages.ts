import type { LanguageCode } from '../../i18n/language.ts';
import type { BackendMessages } from './backend-messages.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

/** All at once: they are needed when there may be no network to load them over. */
export const backendMessages = { en, es, fr, de, pt } satisfies Record<
  LanguageCode,
  BackendMessages
>;
