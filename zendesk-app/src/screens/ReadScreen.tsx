import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { lazy, useState } from 'react';
import styled from 'styled-components';
import { Announcer } from '../components/Announcer.tsx';
import { ControlButtons } from '../components/ControlButtons.tsx';
import { LazyPart } from '../components/LazyPart.tsx';
import { Section } from '../components/Section.tsx';
import { spokenView } from '../i18n/spoken.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { RatingRow } from '../rating/RatingRow.tsx';
import { answerOf, canBeRated } from '../rating/can-be-rated.ts';
import { useControls } from '../state/use-controls.ts';
import type { ReadConversation } from '../state/watch-conversation.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { GlanceScreen } from './GlanceScreen.tsx';
import { UnverifiedScreen } from './lazy-notices.tsx';

const TurnLog = lazy(async () => ({ default: (await import('../turn-log/TurnLog.tsx')).TurnLog }));
const DraftPanel = lazy(async () => ({
  default: (await import('../draft/DraftPanel.tsx')).DraftPanel,
}));

interface ReadScreenProps {
  zendesk: Zendesk;
  conversation: ReadConversation;
  refresh: () => Promise<void>;
  hearOfNewest: (n: number) => void;
}

/** The glance, or why there is none, and everything an agent can do about it. */
export function ReadScreen({ zendesk, conversation, refresh, hearOfNewest }: ReadScreenProps) {
  const { messages, ...language } = useLanguage();
  const controls = useControls(zendesk, conversation, refresh);
  const [isDrafting, setIsDrafting] = useState(false);
  const { shown } = controls;
  const { reading, ticket, settings } = shown;
  const state = reading.status === 'verified' ? reading.state : undefined;
  const key = { zendesk, ticketId: ticket.ticketId, stateValue: ticket.fieldValue, settings };
  const canDraft = state !== undefined && state.mode !== 'ended';

  return (
    <>
      <Announcer text={spokenView(shown, { messages, ...language })} />
      {state ? (
        <GlanceScreen zendesk={zendesk} state={state} tags={ticket.tags} />
      ) : (
        <UnverifiedScreen zendesk={zendesk} conversation={shown} />
      )}
      <ControlButtons controls={controls}>
        {canDraft && (
          <Button
            size="small"
            isNeutral
            aria-expanded={isDrafting}
            onClick={() => setIsDrafting(!isDrafting)}
          >
            {messages.draft}
          </Button>
        )}
      </ControlButtons>
      {canDraft && isDrafting && (
        <LazyPart>
          <DraftPanel {...key} onClose={() => setIsDrafting(false)} />
        </LazyPart>
      )}
      {state && canBeRated(state) && (
        <RatingRow key={answerOf(state)} answer={answerOf(state)} {...key} />
      )}
      {/* Any other value is no key to anything. */}
      {(state || reading.status === 'rolled_back') && (
        <Section label={messages.sections.why}>
          <TurnLog {...key} onNewestN={hearOfNewest} />
        </Section>
      )}
      <Footing
        isSaving={controls.running !== undefined}
        isStale={shown.isStale}
        isVerified={state !== undefined}
        refresh={refresh}
      />
    </>
  );
}

const Line = styled.div`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  margin-top: 16px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

interface FootingProps {
  isSaving: boolean;
  isStale: boolean;
  isVerified: boolean;
  refresh: () => Promise<void>;
}

/** How far what is shown can be trusted. One line in every case: nothing moves when it changes. */
function Footing({ isSaving, isStale, isVerified, refresh }: FootingProps) {
  const { messages } = useLanguage();
  if (isSaving) return <Line role="status">{messages.saving}</Line>;
  if (isStale) {
    return (
      <Line role="status">
        {navigator.onLine ? messages.stale : messages.offline}{' '}
        <Button isLink size="small" onClick={() => void refresh()}>
          {messages.tryAgain}
        </Button>
      </Line>
    );
  }
  return isVerified ? <Line>{messages.verified}</Line> : null;
}
