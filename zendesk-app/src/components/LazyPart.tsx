import { Skeleton } from '@zendeskgarden/react-loaders';
import { Suspense } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PartFailed } from './PartFailed.tsx';

const Lines = styled.div`
  display: flex;
  flex-direction: column;
  gap: 8px;
`;

/** Around a part whose code is loaded when it is first shown: a skeleton meanwhile, a way out when it fails. */
export function LazyPart({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary fallback={<PartFailed />}>
      <Suspense fallback={<PartSkeleton />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

export function PartSkeleton() {
  return (
    <Lines aria-hidden>
      <Skeleton height="16px" width="80%" />
      <Skeleton height="16px" width="100%" />
      <Skeleton height="16px" width="55%" />
    </Lines>
  );
}
