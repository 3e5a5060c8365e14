import type { AppPackage } from './app-package.ts';
import type { Jobs } from './jobs.ts';

export interface App extends AppPackage {
  id: number;
  name: string;
}

/** What the apps API keeps between its steps. */
export interface AppsState {
  apps: Map<number, App>;
  uploads: Map<number, Buffer>;
  jobs: Jobs;
}
