/**
 * One small named function per version step, each from the shape of its version to the next one.
 * `migrations[n]` turns version n into n + 1.
 */
const migrations: Record<number, (state: unknown) => unknown> = {};

/** Lifts a state of version `from` to version `to`; what it returns is still to be validated. */
export function migrateState(state: unknown, from: number, to: number): unknown {
  let migrated = state;
  for (let version = from; version < to; version += 1) {
    const step = migrations[version];
    if (!step) return undefined;
    migrated = step(migrated);
  }
  return migrated;
}
