import type { AssistantAddress } from './set-up.ts';

type Problem = 'backend_url' | 'tenant_slug';

/** Where the assistant runs, from the app's settings as an admin filled them in. */
export function addressFrom(
  settings: Readonly<Record<string, unknown>>,
): { address: AssistantAddress } | { problems: Problem[] } {
  const text = (name: string) => String(settings[name] ?? '').trim();
  const backendUrl = text('backend_url');
  const slug = text('tenant_slug');
  const stateFieldId = text('state_field_id');
  const problems: Problem[] = [];
  if (!/^https?:$/.test(URL.parse(backendUrl)?.protocol ?? '')) problems.push('backend_url');
  if (slug === '') problems.push('tenant_slug');
  if (problems.length > 0) return { problems };
  return { address: { backendUrl, slug, stateFieldId: stateFieldId || undefined } };
}
