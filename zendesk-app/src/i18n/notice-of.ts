import { PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { FieldReading } from '../state/field-reading.ts';
import type { Messages } from './messages.ts';

/** What to say of a field that holds no state to believe. A pause or a takeover is told by its tag, before any state is. */
export function noticeOf(
  status: Exclude<FieldReading['status'], 'verified'>,
  tags: readonly string[],
  { notices, headlines, reasons }: Messages,
): { title: string; text: string } {
  if (status === 'absent' && tags.includes(PAUSED_TAG)) {
    return { title: headlines.paused, text: reasons.paused_by_tag };
  }
  if (status === 'absent' && tags.includes(TAKEOVER_TAG)) {
    return { title: headlines.agent, text: reasons.agent_took_over };
  }
  return notices[status];
}
