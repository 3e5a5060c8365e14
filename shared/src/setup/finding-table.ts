import { aboutBodies, aboutField, aboutTriggers, aboutWebhook } from './findings-about-objects.ts';
import { aboutAccess, aboutSurroundings } from './findings-about-surroundings.ts';
import type { FindingWords } from './severities.ts';

/** How bad each finding is, and why it matters. `{holes}` are filled from the finding's `params`. */
export const FINDINGS = {
  ...aboutAccess(),
  ...aboutField(),
  ...aboutWebhook(),
  ...aboutTriggers(),
  ...aboutBodies(),
  ...aboutSurroundings(),
} satisfies Record<string, FindingWords>;

/** Stable: the app translates by it, machines read it. */
export type FindingCode = keyof typeof FINDINGS;

/** Why a finding matters, as an English sentence. */
export function whyOf(code: FindingCode, params: Readonly<Record<string, string>>): string {
  return FINDINGS[code].why.replaceAll(/\{(\w+)\}/g, (hole, name) => params[name] ?? hole);
}
