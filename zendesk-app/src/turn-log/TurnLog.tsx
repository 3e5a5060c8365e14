import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { ServerProblem } from '../backend/ServerProblem.tsx';
import { useFeatureMessages } from '../i18n/use-language.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { LogSkeleton } from './LogSkeleton.tsx';
import { SearchableTurns } from './SearchableTurns.tsx';
import { WaitingLine } from './WaitingLine.tsx';
import { FadedText, Footing } from './log-parts.ts';
import { turnLogMessages } from './messages/messages.ts';
import type { TurnLogMessages } from './messages/messages.ts';
import { useTurns } from './use-turns.ts';
import type { TurnsView } from './use-turns.ts';

export interface TurnLogProps {
  zendesk: Zendesk;
  ticketId: string;
  /** The ticket's state field as it is now: the key to its turns. */
  stateValue: string;
  settings: AppSettings;
  /** Told the number of the newest state the server wrote, when it says so. */
  onNewestN?: (n: number) => void;
}

/** Why the assistant did what it did, turn by turn. Another ticket is another log: nothing is carried over. */
export function TurnLog(props: TurnLogProps) {
  const messages = useFeatureMessages(turnLogMessages);
  if (!messages) return <LogSkeleton />;
  return <TicketLog key={props.ticketId} {...props} messages={messages} />;
}

function TicketLog({
  ticketId,
  stateValue,
  settings,
  onNewestN,
  messages,
}: TurnLogProps & { messages: TurnLogMessages }) {
  const { view, retry, loadOlder } = useTurns({
    server: settings,
    ticketId,
    stateValue,
    onNewestN,
  });
  const { loaded, waiting, error } = view;

  if (!loaded) {
    if (error === undefined) return <LogSkeleton messages={messages} />;
    return <ServerProblem error={error} onRetry={retry} level={3} />;
  }
  return (
    <section aria-label={messages.title}>
      {waiting && <WaitingLine waiting={waiting} messages={messages} />}
      {error !== undefined && (
        <Footing role="status">
          {messages.stale}{' '}
          <Button isLink size="small" onClick={retry}>
            {messages.tryAgain}
          </Button>
        </Footing>
      )}
      {loaded.turns.length === 0 ? (
        <FadedText>
          <strong>{messages.empty.title}</strong>
          <br />
          {messages.empty.text}
        </FadedText>
      ) : (
        <SearchableTurns
          turns={loaded.turns}
          messages={messages}
          older={<Older view={view} messages={messages} onLoad={loadOlder} />}
        />
      )}
    </section>
  );
}

interface OlderProps {
  view: TurnsView;
  messages: TurnLogMessages;
  onLoad: () => void;
}

/** Its button stays in place while it works, so that the focus does. */
function Older({ view, messages, onLoad }: OlderProps) {
  const { loaded, isLoadingOlder, olderError } = view;
  if (!loaded?.hasMore) return null;
  return (
    <Footing>
      <Button size="small" isStretched aria-disabled={isLoadingOlder} onClick={onLoad}>
        {isLoadingOlder ? messages.loadingOlder : messages.older}
      </Button>
      <span role="alert">{olderError !== undefined && messages.olderFailed}</span>
    </Footing>
  );
}
