import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

export interface DraftPanelProps {
  zendesk: Zendesk;
  ticketId: string;
  stateValue: string;
  settings: AppSettings;
  onClose: () => void;
}

/** An answer for the agent's eyes, to edit and to send themselves. */
export function DraftPanel({ ticketId }: DraftPanelProps) {
  return <div data-ticket={ticketId} />;
}
