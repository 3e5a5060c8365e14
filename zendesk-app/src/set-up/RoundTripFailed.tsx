import type { RoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import { Notice } from '../components/Notice.tsx';
import { fill } from '../i18n/language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { Faded } from './set-up-parts.ts';

interface RoundTripFailedProps {
  roundTrip: Exclude<RoundTrip, { kind: 'proven' }>;
  messages: SetUpMessages;
}

/** Why a test delivery did not arrive, and what to look at. */
export function RoundTripFailed({ roundTrip, messages }: RoundTripFailedProps) {
  const { title, text } = messages.roundTrips[roundTrip.kind];
  return (
    <Notice type="warning" title={title} level={3}>
      {text}
      {roundTrip.kind === 'refused' && roundTrip.status > 0 && (
        <div>
          <Faded>{fill(messages.zendeskSaid, { status: String(roundTrip.status) })}</Faded>{' '}
          {roundTrip.message}
        </div>
      )}
    </Notice>
  );
}
