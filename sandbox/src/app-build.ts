import type { AppPackage } from './app-package.ts';

/** One uploaded version of an app. */
export interface AppBuild extends AppPackage {
  /** Part of the address of its assets, so that every version has its own: `1795510800-4f2c9a1b`. */
  id: string;
  previous: AppBuild | undefined;
}

export function newBuild(contents: AppPackage, now: number, previous?: AppBuild): AppBuild {
  const id = `${Math.floor(now / 1000)}-${contents.digest.slice(0, 8)}`;
  return { ...contents, id, previous };
}

/** This version or an earlier one. */
export function findBuild(newest: AppBuild | undefined, id: string): AppBuild | undefined {
  let build = newest;
  while (build && build.id !== id) build = build.previous;
  return build;
}
