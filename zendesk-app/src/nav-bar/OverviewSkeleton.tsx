import { Skeleton } from '@zendeskgarden/react-loaders';
import { useEffect, useState } from 'react';
import styled from 'styled-components';
import type { NavBarMessages } from './messages/messages.ts';
import { Faded } from './page-parts.ts';

/** Until then a person waits without wondering. */
const PATIENCE_MS = 3_000;

const Tiles = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(148px, 1fr));
  gap: 12px;
  margin-bottom: 16px;
`;

/** Where the numbers and the plot will be; says so when it takes long. */
export function OverviewSkeleton({ messages }: { messages?: NavBarMessages }) {
  const [isLong, setIsLong] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div>
      <div role="status" aria-label={messages?.loading}>
        <Tiles>
          {[1, 2, 3, 4, 5, 6, 7].map((tile) => (
            <Skeleton key={tile} height="92px" />
          ))}
        </Tiles>
        <Skeleton height="320px" />
      </div>
      <Faded role="status">{isLong && messages?.stillLoading}</Faded>
    </div>
  );
}
