import type * as FindingTable from '@smart-assistant/shared/setup/finding-table.ts';
import type { MessageLoaders } from '../i18n/language.ts';

/** Why findings matter, by their codes. A newer server may know codes that are not among them. */
export type FindingReasons = Readonly<Record<string, string>>;

/** The set-up's own sentences, loaded only when there is a finding to explain. */
export const findingReasons = {
  en: () => import('@smart-assistant/shared/setup/finding-table.ts').then(fromTable),
  es: () => import('../set-up/messages/es-whys.ts').then(({ whys }) => whys.whys),
  fr: () => import('../set-up/messages/fr-whys.ts').then(({ whys }) => whys.whys),
  de: () => import('../set-up/messages/de-whys.ts').then(({ whys }) => whys.whys),
  pt: () => import('../set-up/messages/pt-whys.ts').then(({ whys }) => whys.whys),
} satisfies MessageLoaders<FindingReasons>;

function fromTable({ FINDINGS }: typeof FindingTable): FindingReasons {
  return Object.fromEntries(Object.entries(FINDINGS).map(([code, { why }]) => [code, why]));
}

/**
 * What can be said of a finding by its code alone. The server keeps no values of the account, so sentences with a
 * place for one are left out; the set-up itself, one click away, has them.
 */
export function reasonByCode(reasons: FindingReasons, code: string): string | undefined {
  const sentences = reasons[code]?.split(/(?<=[.!?])\s+/) ?? [];
  return sentences.filter((sentence) => !sentence.includes('{')).join(' ') || undefined;
}
