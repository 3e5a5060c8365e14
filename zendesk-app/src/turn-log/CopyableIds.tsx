import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { copyText } from '../copy-text.ts';
import { Footing } from './log-parts.ts';
import type { TurnLogMessages } from './messages/messages.ts';

const Ids = styled.div`
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: 12px;
  line-height: 18px;
  user-select: text;
`;

interface CopyableIdsProps {
  turn: Pick<TurnRecord, 'id' | 'commentId' | 'factsDigest'>;
  messages: TurnLogMessages;
}

/** What support needs to find this turn in logs and in the ticket. */
export function CopyableIds({ turn, messages }: CopyableIdsProps) {
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  const lines = [
    `${messages.turnId} ${turn.id}`,
    turn.commentId && `${messages.commentId} ${turn.commentId}`,
    turn.factsDigest && `${messages.factsDigest} ${turn.factsDigest}`,
  ].filter((line) => line !== undefined && line !== '');

  async function copy(): Promise<void> {
    setOutcome((await copyText(lines.join('\n'))) ? 'copied' : 'copyFailed');
  }

  return (
    <>
      <Ids>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Ids>
      <Footing>
        <Button isLink size="small" onClick={() => void copy()}>
          {messages.copyIds}
        </Button>{' '}
        <span role="status">{outcome && messages[outcome]}</span>
      </Footing>
    </>
  );
}
