import type { RoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import { Notice } from '../components/Notice.tsx';
import { fill } from '../i18n/language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { Faded } from './set-up-parts.ts';

/** Whether a delivery arrives at the assistant. */
export function RoundTripReport({
  roundTrip,
  messages,
}: {
  roundTrip: RoundTrip;
  messages: SetUpMessages;
}) {
  const { title, text } = messages.roundTrips[roundTrip.kind];
  const isProven = roundTrip.kind === 'proven';
  return (
    <Notice type={isProven ? 'info' : 'warning'} title={title} level={3}>
      {text}
      {roundTrip.kind === 'refused' && (
        <div>
          <Faded>{fill(messages.zendeskSaid, { status: String(roundTrip.status) })}</Faded>{' '}
          {roundTrip.message}
        </div>
      )}
    </Notice>
  );
}
