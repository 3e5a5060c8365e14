import styled from 'styled-components';
import { RetryNotice } from '../components/RetryNotice.tsx';
import type { NavBarMessages } from './messages/messages.ts';
import type { OverviewFailure } from './overview-failure.ts';

const Place = styled.div`
  max-width: 640px;
`;

interface OverviewFailedProps {
  failure: OverviewFailure;
  onRetry: () => void;
  messages: NavBarMessages;
}

/** Why there are no numbers, and what to do about it. */
export function OverviewFailed({ failure, onRetry, messages }: OverviewFailedProps) {
  const { title, text } = messages.failures[failure];
  const type = failure === 'no_secret' ? 'info' : 'error';
  return (
    <Place>
      <RetryNotice {...{ type, title, text, onRetry }} level={2} tryAgain={messages.tryAgain} />
    </Place>
  );
}
