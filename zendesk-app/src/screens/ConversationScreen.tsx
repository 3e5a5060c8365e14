import { useIsAdmin } from '../admin/use-is-admin.ts';
import { AdminPart } from '../admin/lazy-admin-part.tsx';
import { Announcer } from '../components/Announcer.tsx';
import { spokenView } from '../i18n/spoken.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useConversation } from '../state/use-conversation.ts';
import type { ConversationView } from '../state/watch-conversation.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { LoadingScreen } from './LoadingScreen.tsx';
import { FailedScreen, NotConfiguredScreen } from './lazy-notices.tsx';
import { ReadScreen } from './ReadScreen.tsx';

/** The conversation of the open ticket, in whatever condition it is. */
export function ConversationScreen({ zendesk }: { zendesk: Zendesk }) {
  const { view, refresh, hearOfNewest } = useConversation(zendesk);
  const isSettled = view.status === 'read' || view.status === 'not_configured';
  const isAdmin = useIsAdmin(isSettled ? zendesk : undefined);
  if (view.status === 'loading') return <LoadingScreen />;
  return (
    <>
      <SettledScreen zendesk={zendesk} view={view} refresh={refresh} hearOfNewest={hearOfNewest} />
      {isAdmin && isSettled && <AdminPart zendesk={zendesk} onSettings={() => void refresh()} />}
    </>
  );
}

interface SettledScreenProps {
  zendesk: Zendesk;
  view: Exclude<ConversationView, { status: 'loading' }>;
  refresh: () => Promise<void>;
  hearOfNewest: (n: number) => void;
}

function SettledScreen({ view, ...rest }: SettledScreenProps) {
  const language = useLanguage();
  if (view.status === 'read') return <ReadScreen conversation={view} {...rest} />;
  return (
    <>
      <Announcer text={spokenView(view, language)} />
      {view.status === 'failed' ? (
        <FailedScreen what="failed" onRetry={() => void rest.refresh()} />
      ) : (
        <NotConfiguredScreen problems={view.problems} />
      )}
    </>
  );
}
