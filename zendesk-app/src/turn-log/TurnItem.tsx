import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { memo, useId } from 'react';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { DeedIcon } from './DeedIcon.tsx';
import { TurnDetails } from './TurnDetails.tsx';
import { deedOf } from './deed.ts';
import { ratingText } from './find-turns.ts';
import type { TurnLogMessages } from './messages/messages.ts';
import { ROVING } from './use-roving-focus.ts';

interface TurnItemProps {
  turn: TurnRecord;
  /** Where a search found its words, when the row does not show them. */
  excerpt: string | undefined;
  messages: TurnLogMessages;
  /** Today's, epoch milliseconds: turns before it show their day. */
  midnight: number;
  isOpen: boolean;
  isTabStop: boolean;
  onToggle: (id: string) => void;
}

/** What happened, when and why; behind it everything else. */
export const TurnItem = memo(function TurnItem(props: TurnItemProps) {
  const { turn, excerpt, messages, midnight, isOpen, isTabStop, onToggle } = props;
  const { locale, messages: app } = useLanguage();
  const detailsId = useId();
  const deed = deedOf(turn);
  const { rating } = turn;
  return (
    <li className="turn">
      <button
        className="row"
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onToggle(turn.id)}
        {...{ [ROVING]: turn.id }}
      >
        <DeedIcon deed={deed} />
        <span className="deed">{messages.deeds[deed]}</span>
        <time className="at" dateTime={new Date(turn.at).toISOString()}>
          {momentText(locale, turn.at / 1000, midnight / 1000)}
        </time>
        <span className="reason">{app.reasons[turn.reason]}</span>
        {excerpt && <span className="excerpt">{excerpt}</span>}
        {rating && (
          <span className={`rating ${rating.verdict}`}>{ratingText(rating, messages)}</span>
        )}
      </button>
      {isOpen && (
        <div id={detailsId}>
          <TurnDetails turn={turn} messages={messages} />
        </div>
      )}
    </li>
  );
});
