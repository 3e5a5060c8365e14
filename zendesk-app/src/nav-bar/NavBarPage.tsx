import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import { useState } from 'react';
import styled from 'styled-components';
import { AdminPart } from '../admin/lazy-admin-part.tsx';
import { useIsAdmin } from '../admin/use-is-admin.ts';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useFeatureMessages, useLanguage } from '../i18n/use-language.ts';
import { NotConfiguredScreen } from '../screens/lazy-notices.tsx';
import { useNow } from '../state/use-now.ts';
import { checkSettings } from '../state/verify.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { OverviewBody } from './OverviewBody.tsx';
import { OverviewFailed } from './OverviewFailed.tsx';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { PageHeader } from './PageHeader.tsx';
import { navBarMessages } from './messages/messages.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { Faded } from './page-parts.ts';
import type { Period } from './period.ts';
import { useOverview } from './use-overview.ts';
import type { OverviewView } from './use-overview.ts';

const Page = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
  max-width: 1240px;
  margin: 0 auto;
  padding: 8px;
`;

/** What happened in the shop, for admins and team leads. */
export function NavBarPage({ zendesk }: { zendesk: Zendesk }) {
  const messages = useFeatureMessages(navBarMessages);
  const [checked, setChecked] = useState(() => checkSettings(zendesk.settings));
  const [hadProblems] = useState('problems' in checked);
  const isAdmin = useIsAdmin(hadProblems ? zendesk : undefined);
  const onSettings = () => setChecked(checkSettings(zendesk.settings));
  return (
    <Page>
      {'problems' in checked && <NotConfiguredScreen problems={checked.problems} />}
      {/* It stays where it is when it has set the app up: it tells what it has done and how to undo it. */}
      {isAdmin && <AdminPart zendesk={zendesk} onSettings={onSettings} />}
      {'settings' in checked &&
        (messages ? (
          <OverviewPage zendesk={zendesk} settings={checked.settings} messages={messages} />
        ) : (
          <OverviewSkeleton />
        ))}
    </Page>
  );
}

interface OverviewPageProps {
  zendesk: Zendesk;
  settings: AppSettings;
  messages: NavBarMessages;
}

function OverviewPage({ zendesk, settings, messages }: OverviewPageProps) {
  const [period, setPeriod] = useState<Period>('today');
  const { view, refresh } = useOverview(zendesk, settings, period);
  const { overview, isLoading } = view;
  return (
    <>
      <PageHeader
        period={period}
        onPeriod={setPeriod}
        at={overview?.at}
        answerMode={overview?.happened.answerMode}
        isLoading={isLoading}
        onRefresh={refresh}
        messages={messages}
      />
      <Trouble view={view} onRetry={refresh} messages={messages} />
      {!overview && isLoading && <OverviewSkeleton messages={messages} />}
      {overview && <OverviewBody key={period} {...{ zendesk, settings, overview, messages }} />}
    </>
  );
}

interface TroubleProps {
  view: OverviewView;
  onRetry: () => void;
  messages: NavBarMessages;
}

/** A failure fills the page only while there is nothing else to show. */
function Trouble({ view: { overview, failure }, onRetry, messages }: TroubleProps) {
  const { locale } = useLanguage();
  const now = useNow();
  if (!failure) return null;
  if (!overview) return <OverviewFailed failure={failure} onRetry={onRetry} messages={messages} />;
  return (
    <Faded role="status">
      {fill(messages.stale, { at: momentText(locale, overview.at / 1000, now) })}{' '}
      {messages.failures[failure].title}.
    </Faded>
  );
}
