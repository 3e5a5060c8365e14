import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { Action, Reason } from '@smart-assistant/shared/reasons.ts';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import type { Zendesk } from '../zaf/zendesk.ts';
import { DeadLetters } from './DeadLetters.tsx';
import { NewestTurns } from './NewestTurns.tsx';
import { ReasonBars } from './ReasonBars.tsx';
import { SetUpHealth } from './SetUpHealth.tsx';
import { Tiles } from './Tiles.tsx';
import { TurnPlot } from './TurnPlot.tsx';
import type { NavBarMessages } from './messages/messages.ts';
import { Card, Faded } from './page-parts.ts';
import { reasonsOf, totalsOf } from './totals.ts';
import { EVERYTHING } from './turn-filter.ts';
import type { Overview } from './use-overview.ts';

/** Two columns where there is room for two. */
const Pair = styled.div<{ $first?: string }>`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;

  @media (min-width: 900px) {
    grid-template-columns: minmax(0, ${({ $first = '1fr' }) => $first}) minmax(0, 1fr);

    /* An open set-up takes the whole width, above its neighbour: its button stays at its height. */
    &:has(> [data-is-wide='true']) {
      grid-template-columns: minmax(0, 1fr);
    }
    > [data-is-wide='true'] {
      order: -1;
    }
  }
`;

interface OverviewBodyProps {
  zendesk: Zendesk;
  settings: AppSettings;
  overview: Overview;
  messages: NavBarMessages;
}

/** Numbers first, then when, why, what is broken, and each turn. */
export function OverviewBody({ zendesk, settings, overview, messages }: OverviewBodyProps) {
  const { happened, range } = overview;
  const [filter, setFilter] = useState(EVERYTHING);
  const list = useRef<HTMLHeadingElement>(null);
  const isEmpty = totalsOf(happened, range).all === 0;

  function drillInto(action: Action, reason: Reason): void {
    setFilter({ action, reason });
    list.current?.focus();
    list.current?.scrollIntoView({ block: 'start' });
  }

  return (
    <>
      <Tiles overview={overview} messages={messages} />
      <Pair $first="2fr">
        {isEmpty ? (
          <Card>
            <strong>{messages.emptyDay.title}</strong>
            <Faded>{messages.emptyDay.text}</Faded>
          </Card>
        ) : (
          <TurnPlot overview={overview} messages={messages} />
        )}
        <SetUpHealth {...{ zendesk, settings, messages }} health={happened.setup} />
      </Pair>
      {!isEmpty && (
        <Pair>
          <ReasonBars
            title={messages.handoverReasons}
            action="handed_over"
            reasons={reasonsOf(happened, 'handed_over')}
            messages={messages}
            onPick={(reason) => drillInto('handed_over', reason)}
          />
          <ReasonBars
            title={messages.silenceReasons}
            action="stayed_silent"
            reasons={reasonsOf(happened, 'stayed_silent')}
            messages={messages}
            onPick={(reason) => drillInto('stayed_silent', reason)}
          />
        </Pair>
      )}
      <DeadLetters zendesk={zendesk} letters={happened.deadLetters} messages={messages} />
      {!isEmpty && (
        <NewestTurns
          ref={list}
          zendesk={zendesk}
          turns={happened.newest}
          filter={filter}
          onFilter={setFilter}
          messages={messages}
        />
      )}
    </>
  );
}
