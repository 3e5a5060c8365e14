import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import {
  OVERVIEW_AUDIENCE,
  OVERVIEW_TOKEN_SECONDS,
  overviewResponse,
} from '@smart-assistant/shared/overview-api.ts';
import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import type { TimeRange } from './period.ts';

/** What happened in the shop in a time. Rejects with a SignedRequestError, or a ZodError for an unknown answer. */
export async function fetchOverview(
  zendesk: Zendesk,
  { backend_url, tenant_slug }: Pick<AppSettings, 'backend_url' | 'tenant_slug'>,
  range: TimeRange,
): Promise<OverviewResponse> {
  const answer = await zendesk.requestSigned({
    url: `${backend_url.replace(/\/+$/, '')}/overview/${encodeURIComponent(tenant_slug)}`,
    body: range,
    secretSetting: 'api_secret',
    expirySeconds: OVERVIEW_TOKEN_SECONDS,
    claims: { iss: tenant_slug, aud: OVERVIEW_AUDIENCE },
  });
  return overviewResponse.parse(answer);
}
