import { Button } from '@zendeskgarden/react-buttons';
import type { ComponentProps, ReactNode } from 'react';
import styled from 'styled-components';
import { Notice } from './Notice.tsx';

const Actions = styled.div`
  margin-top: 12px;
`;

interface RetryNoticeProps extends Omit<ComponentProps<typeof Notice>, 'children'> {
  text: ReactNode;
  /** On the button. */
  tryAgain: string;
  onRetry: () => void;
}

/** What could not be done, and the button that tries again. */
export function RetryNotice({ text, tryAgain, onRetry, ...notice }: RetryNoticeProps) {
  return (
    <Notice {...notice}>
      {text}
      <Actions>
        <Button size="small" onClick={onRetry}>
          {tryAgain}
        </Button>
      </Actions>
    </Notice>
  );
}
