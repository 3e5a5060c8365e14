import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect, useState } from 'react';
import styled from 'styled-components';
import { Footing } from './log-parts.ts';
import type { TurnLogMessages } from './messages/messages.ts';

/** Until then a person waits without wondering. */
const PATIENCE_MS = 3_000;

const Rows = styled.div`
  display: grid;
  gap: 10px;
  padding-block: 8px;
`;

/** As the first turns will look; says so when it takes long. */
export function LogSkeleton({ messages }: { messages?: TurnLogMessages }) {
  const [isLong, setIsLong] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <>
      <Rows role="status" aria-label={messages?.loading}>
        {['70%', '90%', '60%', '80%'].map((width) => (
          <Skeleton key={width} width={width} height="16px" />
        ))}
      </Rows>
      <Footing role="status">{isLong && messages?.stillLoading}</Footing>
    </>
  );
}
