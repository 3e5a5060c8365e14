import type { FindingCode } from '@smart-assistant/shared/setup/finding-table.ts';
import type { HealthyAccount } from '../healthy-account.ts';

/** One thing that somebody did to a healthy account. */
export interface Mutation {
  name: string;
  mutate: (it: HealthyAccount) => Promise<unknown>;
  /** Every code that a check then finds, and nothing else. */
  finds: FindingCode[];
  /** What is left once everything that can be mended is: for a person to do. */
  leaves?: FindingCode[];
  /** What `mutate` creates is ours: it carries our endpoint or tells our webhook. */
  createsOurs?: boolean;
  /** The server checks, with its own token; without it the app does, in ada's session. */
  isServers?: boolean;
  /** The triggers send the bodies that customers pasted by hand. */
  isManual?: boolean;
}
