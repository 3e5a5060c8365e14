import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { SM } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import { Announcer } from '../components/Announcer.tsx';
import { ControlButton } from '../components/ControlButton.tsx';
import { spokenView } from '../i18n/spoken.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { controlFor } from '../state/control.ts';
import { useConversation } from '../state/use-conversation.ts';
import type { ConversationView, ReadConversation } from '../state/watch-conversation.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { GlanceScreen } from './GlanceScreen.tsx';
import { LoadingScreen } from './LoadingScreen.tsx';
import { FailedScreen, NotConfiguredScreen, UnverifiedScreen } from './NoticeScreens.tsx';

const Footer = styled(SM)`
  margin-top: 16px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

/** The conversation of the open ticket, in whatever condition it is. */
export function ConversationScreen({ zendesk }: { zendesk: Zendesk }) {
  const { view, refresh } = useConversation(zendesk);
  const language = useLanguage();
  if (view.status === 'loading') return <LoadingScreen />;
  return (
    <>
      <Announcer text={spokenView(view, language)} />
      <SettledScreen zendesk={zendesk} view={view} refresh={refresh} />
    </>
  );
}

interface SettledScreenProps {
  zendesk: Zendesk;
  view: Exclude<ConversationView, { status: 'loading' }>;
  refresh: () => Promise<void>;
}

function SettledScreen({ zendesk, view, refresh }: SettledScreenProps) {
  switch (view.status) {
    case 'not_configured':
      return <NotConfiguredScreen problems={view.problems} />;
    case 'failed':
      return <FailedScreen what="failed" onRetry={() => void refresh()} />;
    case 'read':
      return <ReadScreen zendesk={zendesk} conversation={view} refresh={refresh} />;
  }
}

interface ReadScreenProps {
  zendesk: Zendesk;
  conversation: ReadConversation;
  refresh: () => Promise<void>;
}

function ReadScreen({ zendesk, conversation, refresh }: ReadScreenProps) {
  const { reading, ticket, isStale } = conversation;
  const { messages } = useLanguage();
  const control = controlFor(reading, ticket.tags);
  return (
    <>
      {reading.status === 'verified' ? (
        <GlanceScreen zendesk={zendesk} state={reading.state} tags={ticket.tags} />
      ) : (
        <UnverifiedScreen status={reading.status} tags={ticket.tags} />
      )}
      {control && (
        <ControlButton
          zendesk={zendesk}
          ticketId={ticket.ticketId}
          control={control}
          onDone={refresh}
        />
      )}
      {isStale && (
        <Footer role="status">
          {messages.stale}{' '}
          <Button isLink size="small" onClick={() => void refresh()}>
            {messages.tryAgain}
          </Button>
        </Footer>
      )}
      {!isStale && reading.status === 'verified' && <Footer>{messages.verified}</Footer>}
    </>
  );
}
