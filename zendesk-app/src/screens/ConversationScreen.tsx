import { getColor } from '@zendeskgarden/react-theming';
import { SM } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';
import { useConversation } from '../state/use-conversation.ts';
import type { ReadConversation } from '../state/watch-conversation.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { GlanceScreen } from './GlanceScreen.tsx';
import { LoadingScreen } from './LoadingScreen.tsx';
import { FailedScreen, NotConfiguredScreen, UnverifiedScreen } from './NoticeScreens.tsx';

const Footer = styled(SM)`
  margin-top: 12px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

/** The conversation of the open ticket, in whatever condition it is. */
export function ConversationScreen({ zendesk }: { zendesk: Zendesk }) {
  const { view, refresh } = useConversation(zendesk);
  switch (view.status) {
    case 'loading':
      return <LoadingScreen />;
    case 'not_configured':
      return <NotConfiguredScreen problems={view.problems} />;
    case 'failed':
      return <FailedScreen what="failed" onRetry={() => void refresh()} />;
    case 'read':
      return <ReadScreen zendesk={zendesk} conversation={view} />;
  }
}

function ReadScreen({
  zendesk,
  conversation: { reading, ticket, isStale },
}: {
  zendesk: Zendesk;
  conversation: ReadConversation;
}) {
  const { messages } = useLanguage();
  if (reading.status !== 'verified') return <UnverifiedScreen status={reading.status} />;
  return (
    <>
      <GlanceScreen zendesk={zendesk} state={reading.state} tags={ticket.tags} />
      <Footer role="status">{isStale ? messages.stale : messages.verified}</Footer>
    </>
  );
}
