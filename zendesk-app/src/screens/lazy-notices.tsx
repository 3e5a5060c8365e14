import { lazy, Suspense } from 'react';
import type { ComponentProps } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { PartFailed } from '../components/PartFailed.tsx';
import { LoadingScreen } from './LoadingScreen.tsx';
import type * as Notices from './NoticeScreens.tsx';

/** What stands in place of the glance is not needed for most of them: it is loaded beside the first screen. */
const load = () => import('./NoticeScreens.tsx');
const Failed = lazy(async () => ({ default: (await load()).FailedScreen }));
const NotConfigured = lazy(async () => ({ default: (await load()).NotConfiguredScreen }));
const Outside = lazy(async () => ({ default: (await load()).OutsideScreen }));
const Unverified = lazy(async () => ({ default: (await load()).UnverifiedScreen }));

/** Fetches them ahead, so that they are here when the network is not. */
export function preloadNotices(): void {
  load().catch(() => undefined);
}

type Props<C extends keyof typeof Notices> = ComponentProps<(typeof Notices)[C]>;

export const FailedScreen = (props: Props<'FailedScreen'>) => (
  <Arriving>
    <Failed {...props} />
  </Arriving>
);

export const NotConfiguredScreen = (props: Props<'NotConfiguredScreen'>) => (
  <Arriving>
    <NotConfigured {...props} />
  </Arriving>
);

export const OutsideScreen = () => (
  <Arriving>
    <Outside />
  </Arriving>
);

export const UnverifiedScreen = (props: Props<'UnverifiedScreen'>) => (
  <Arriving>
    <Unverified {...props} />
  </Arriving>
);

function Arriving({ children }: { children: React.ReactNode }) {
  return (
    <ErrorBoundary fallback={<PartFailed />}>
      <Suspense fallback={<LoadingScreen />}>{children}</Suspense>
    </ErrorBoundary>
  );
}
