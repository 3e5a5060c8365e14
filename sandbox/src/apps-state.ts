import type { AppBuild } from './app-build.ts';
import type { Jobs } from './jobs.ts';

export interface App {
  id: number;
  name: string;
  build: AppBuild;
}

/** What the apps API keeps between its steps. */
export interface AppsState {
  apps: Map<number, App>;
  uploads: Map<number, Buffer>;
  jobs: Jobs;
}
