import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

export interface SetUpPanelProps {
  zendesk: Zendesk;
  /** As filled in, unchecked: set-up is where a wrong one is found. */
  settings: Partial<AppSettings>;
}

/** What is configured against what should be. */
export function SetUpPanel({ settings }: SetUpPanelProps) {
  return <div data-shop={settings.tenant_slug ?? ''} />;
}
