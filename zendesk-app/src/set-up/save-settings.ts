import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';

/** Settings of the app that set-up finds out; the others only a person knows. */
export type FoundSettings = { state_field_id?: string; state_public_key?: string };

/** `unknown_app`: this app does not know its own installation, or another program holds it. */
export type SettingsOutcome = 'saved' | 'already_right' | 'refused' | 'unknown_app' | 'failed';

/**
 * Writes what was found into the app's own settings, so that nobody copies ids. Secret settings are not sent, and
 * whether Zendesk keeps one that is left out is unknown: so nothing is written unless something differs.
 * https://developer.zendesk.com/api-reference/ticketing/apps/apps/#update-app-installation
 */
export async function saveSettings(
  call: ZendeskCall,
  installationId: string | undefined,
  { current, found }: { current: Record<string, unknown>; found: FoundSettings },
): Promise<SettingsOutcome> {
  const different = Object.entries(found).filter(([name, value]) => current[name] !== value);
  if (different.length === 0) return 'already_right';
  if (installationId === undefined || installationId === '0') return 'unknown_app';

  const settings = { ...current, ...Object.fromEntries(different) };
  const path = `/api/v2/apps/installations/${installationId}`;
  try {
    const { status } = await call({ method: 'PUT', path, body: { settings } });
    return status < 300 ? 'saved' : 'refused';
  } catch {
    return 'failed';
  }
}
