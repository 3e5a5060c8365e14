import type { OverviewTurn } from '@smart-assistant/shared/overview-api.ts';
import type { Action, Reason } from '@smart-assistant/shared/reasons.ts';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { Choice } from './page-parts.ts';
import type { TurnFilter } from './turn-filter.ts';

const Fields = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

interface TurnFilterFieldsProps {
  turns: OverviewTurn[];
  filter: TurnFilter;
  onFilter: (filter: TurnFilter) => void;
  messages: NavBarMessages;
}

/** Chooses what the list shows, among what occurs in it and what is chosen now. */
export function TurnFilterFields({ turns, filter, onFilter, messages }: TurnFilterFieldsProps) {
  const app = useLanguage().messages;
  const { columns, filterTurns, anyAction } = messages;
  const actions = choices(
    turns.map(({ action }) => action),
    filter.action,
  );
  const reasons = choices(
    turns.map(({ reason }) => reason),
    filter.reason,
  );
  return (
    <Fields>
      <Choice
        aria-label={`${filterTurns}: ${columns.action}`}
        value={filter.action}
        onChange={({ target }) => onFilter({ ...filter, action: target.value as Action | 'any' })}
      >
        <option value="any">{`${columns.action}: ${anyAction}`}</option>
        {actions.map((action) => (
          <option key={action} value={action}>
            {messages.actions[action]}
          </option>
        ))}
      </Choice>
      <Choice
        aria-label={`${filterTurns}: ${columns.reason}`}
        value={filter.reason}
        onChange={({ target }) => onFilter({ ...filter, reason: target.value as Reason | 'any' })}
      >
        <option value="any">{`${columns.reason}: ${anyAction}`}</option>
        {reasons.map((reason) => (
          <option key={reason} value={reason}>
            {app.reasons[reason]}
          </option>
        ))}
      </Choice>
    </Fields>
  );
}

function choices<T extends string>(present: T[], chosen: T | 'any'): T[] {
  return [...new Set(chosen === 'any' ? present : [...present, chosen])];
}
