import type { Account } from '../account.ts';
import { seedArticles } from './articles.ts';
import { seedBase } from './base.ts';
import { seedShop } from './shop.ts';
import { spreadInTime } from './spread-in-time.ts';

/** `shop`: people, articles and tickets of a clothes shop. `empty`: people and articles only, a new account. */
export type SeedName = 'shop' | 'empty';

export function seedAccount(account: Account, name: SeedName): void {
  seedBase(account);
  seedArticles(account);
  if (name === 'shop') seedShop(account);
  // Accounts created since 2026-07-28 never had API tokens.
  else account.switches.apiTokens = 'disabled';
  spreadInTime(account);
  // A seed is a past that nobody watched.
  account.delivery.clearLog();
}
