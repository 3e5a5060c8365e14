import { appSettings } from '@smart-assistant/shared/app-settings.ts';
import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';

/**
 * Everything that needs the schema and signature libraries: loaded beside the first screen, not before it.
 */
export { readState } from '@smart-assistant/shared/conversation-state.ts';

export type CheckedSettings = { settings: AppSettings } | { problems: (keyof AppSettings)[] };

/** Checks the settings an admin filled in; `problems` names those that are missing or malformed. */
export function checkSettings(raw: Record<string, unknown>): CheckedSettings {
  const trimmed = Object.entries(raw).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  const parsed = appSettings.safeParse(Object.fromEntries(trimmed));
  if (parsed.success) return { settings: parsed.data };
  const names = parsed.error.issues.map((issue) => issue.path[0] as keyof AppSettings);
  return { problems: [...new Set(names)] };
}
