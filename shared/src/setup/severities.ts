import type { Severity } from './finding.ts';

/** How bad a finding is, and why it matters; `{holes}` are filled from its `params`. */
export interface FindingWords {
  severity: Severity;
  why: string;
}

export function broken(why: string): FindingWords {
  return { severity: 'broken', why };
}

export function degraded(why: string): FindingWords {
  return { severity: 'degraded', why };
}

export function advice(why: string): FindingWords {
  return { severity: 'advice', why };
}
