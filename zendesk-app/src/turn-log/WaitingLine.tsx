import type { Waiting } from '@smart-assistant/shared/sidebar-api.ts';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { counted } from '../i18n/counted.ts';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useNow } from '../state/use-now.ts';
import type { TurnLogMessages } from './messages/messages.ts';

const Line = styled.p<{ $isGivenUp: boolean }>`
  margin: 0 0 8px;
  border-inline-start: 3px solid
    ${({ theme, $isGivenUp }) =>
      getColor({
        theme,
        variable: $isGivenUp ? 'border.dangerEmphasis' : 'border.warningEmphasis',
      })};
  padding-inline-start: 8px;
`;

interface WaitingLineProps {
  waiting: Waiting;
  messages: TurnLogMessages;
}

/** Why the assistant has not yet looked at a ticket that is due, and when it will. */
export function WaitingLine({ waiting, messages }: WaitingLineProps) {
  const { locale } = useLanguage();
  const now = useNow();
  const { because, until, errorCode, attempts } = waiting;
  const isAhead = until !== undefined && until / 1000 > now && because !== 'gave_up';
  const parts = [
    messages.waiting[because],
    isAhead && fill(messages.waitingUntil, { at: momentText(locale, until / 1000, now) }),
    attempts > 1 && counted(locale, messages.attempts, attempts),
    errorCode && fill(messages.waitingError, { code: errorCode }),
  ];
  return (
    <Line role="status" $isGivenUp={because === 'gave_up'}>
      {parts.filter(Boolean).join(' ')}
    </Line>
  );
}
