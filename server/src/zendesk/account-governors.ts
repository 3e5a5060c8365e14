import { createRateGovernor } from './rate-governor.ts';
import type { RateGovernor } from './rate-governor.ts';
import type { RateLedger } from './rate-ledger.ts';

export interface AccountGovernors {
  /** The governor of the account at this address: one, however many clients and shops use the account. */
  governorFor(baseUrl: string): RateGovernor;
  /** Ends when the other processes can learn everything that is known here. */
  told(): Promise<void>;
}

export interface AccountGovernorsOptions {
  now: () => number;
  /** What the processes share about an account, named by its host; without it this process is alone. */
  ledgerFor?: ((account: string) => RateLedger) | undefined;
}

export function createAccountGovernors({
  now,
  ledgerFor,
}: AccountGovernorsOptions): AccountGovernors {
  const governors = new Map<string, RateGovernor>();

  return {
    governorFor(baseUrl) {
      const account = accountOf(baseUrl);
      const known =
        governors.get(account) ?? createRateGovernor({ now, ledger: ledgerFor?.(account) });
      governors.set(account, known);
      return known;
    },
    async told() {
      await Promise.all([...governors.values()].map((governor) => governor.told()));
    },
  };
}

/** An account's name where its limits are kept: its host. */
export function accountOf(baseUrl: string): string {
  return new URL(baseUrl).host;
}
