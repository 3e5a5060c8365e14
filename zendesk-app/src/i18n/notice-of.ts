import { PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { FieldReading } from '../state/field-reading.ts';
import type { Messages } from './messages.ts';

/** What to say of a field that holds no state to believe. A pause is told by its tag, before any state is. */
export function noticeOf(
  status: Exclude<FieldReading['status'], 'verified'>,
  tags: readonly string[],
  { notices, headlines, reasons }: Messages,
): { title: string; text: string } {
  if (status === 'absent' && tags.includes(PAUSED_TAG)) {
    return { title: headlines.paused, text: reasons.paused_by_tag };
  }
  return notices[status];
}
