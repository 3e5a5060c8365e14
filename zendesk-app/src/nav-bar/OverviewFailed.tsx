import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { Notice } from '../components/Notice.tsx';
import type { NavBarMessages } from './messages/messages.ts';
import type { OverviewFailure } from './overview-failure.ts';

const Place = styled.div`
  max-width: 640px;
`;

const Actions = styled.div`
  margin-top: 12px;
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
      <Notice type={type} title={title} level={2}>
        {text}
        <Actions>
          <Button size="small" onClick={onRetry}>
            {messages.tryAgain}
          </Button>
        </Actions>
      </Notice>
    </Place>
  );
}
