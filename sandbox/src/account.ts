import { ChangeFeed } from './change-feed.ts';
import type { Clock } from './clock.ts';
import type { DeliveryEngine } from './delivery/engine.ts';
import { Faults } from './faults.ts';
import { Ids } from './ids.ts';
import type { Installation } from './installation.ts';
import { Store } from './store.ts';
import { defaultSwitches, type Switches } from './switches.ts';
import type { Work } from './work.ts';

/** One request that the API saw. */
export interface ApiCall {
  method: string;
  path: string;
  status: number;
  userId: number | null;
  at: string;
}

/** One Zendesk account from the inside: what routers, triggers and deliveries share. */
export interface Account {
  /** The numeric account id of the x-zendesk-account-id header. */
  id: number;
  subdomain: string;
  /** Where this account listens: `http://localhost:4400`. Known once the server is up. */
  url: string;
  /** The same over https, null when the sandbox does not serve it. */
  httpsUrl: string | null;
  clock: Clock;
  work: Work;
  ids: Ids;
  store: Store;
  switches: Switches;
  faults: Faults;
  events: ChangeFeed;
  calls: ApiCall[];
  installations: Installation[];
  delivery: DeliveryEngine;
}

/** An empty account; the delivery engine is added by the caller, which needs the account itself. */
export function createAccount(options: {
  index: number;
  subdomain: string;
  clock: Clock;
  work: Work;
}): Omit<Account, 'delivery'> {
  return {
    id: 22_129_848 + options.index,
    subdomain: options.subdomain,
    url: '',
    httpsUrl: null,
    clock: options.clock,
    work: options.work,
    ids: new Ids(options.index),
    store: new Store(),
    switches: defaultSwitches(),
    faults: new Faults(),
    events: new ChangeFeed(),
    calls: [],
    installations: [],
  };
}
