import { getColor } from '@zendeskgarden/react-theming';
import { useCallback, useState } from 'react';
import type { KeyboardEvent } from 'react';
import styled from 'styled-components';
import { useNow } from '../state/use-now.ts';
import { TurnItem } from './TurnItem.tsx';
import type { FoundTurn } from './find-turns.ts';
import type { TurnLogMessages } from './messages/messages.ts';
import { ROVING, useRovingFocus } from './use-roving-focus.ts';

/**
 * One styled element for all rows: 300 of them are plain HTML. Rows out of sight are not laid out or painted.
 * The list scrolls in itself: the app's frame is as high as its content, so without an end of its own every
 * row would be in sight.
 */
const List = styled.ul`
  position: relative;
  max-height: 460px;
  margin: 0;
  border-block: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  padding: 0;
  overflow-y: auto;
  list-style: none;

  .turn {
    content-visibility: auto;
    contain-intrinsic-size: auto 57px;
  }
  .turn + .turn {
    border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  }
  .row {
    display: grid;
    grid-template-columns: 20px 1fr auto;
    column-gap: 8px;
    box-sizing: border-box;
    width: 100%;
    border: 0;
    padding: 8px 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .row:hover {
    background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  }
  .row:focus-visible {
    border-radius: ${({ theme }) => theme.borderRadii.md};
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: -2px;
  }
  .deed {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
  .at,
  .reason,
  .excerpt {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  }
  .at {
    font-size: 12px;
    white-space: nowrap;
  }
  .at::after {
    display: inline-block;
    width: 5px;
    height: 5px;
    margin-inline-start: 8px;
    border: solid currentColor;
    border-width: 0 1px 1px 0;
    transform: translateY(-2px) rotate(45deg);
    content: '';
  }
  .row[aria-expanded='true'] .at::after {
    transform: translateY(1px) rotate(225deg);
  }
  .reason,
  .excerpt,
  .rating {
    grid-column: 2 / 4;
  }
  .excerpt,
  .rating {
    font-size: 12px;
    line-height: 16px;
  }
  .rating.right {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.success' })};
  }
  .rating.wrong {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.danger' })};
  }
`;

interface TurnListProps {
  found: FoundTurn[];
  messages: TurnLogMessages;
}

/** The turns as rows that open. Arrows move between them, Escape closes the one the focus is in. */
export function TurnList({ found, messages }: TurnListProps) {
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const { current, onKeyDown, onFocus } = useRovingFocus(found.map(({ turn }) => turn.id));
  const midnight = new Date(useNow() * 1000).setHours(0, 0, 0, 0);

  const toggle = useCallback((id: string) => {
    setOpenIds((ids) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  function closeOnEscape(event: KeyboardEvent<HTMLElement>): void {
    const item = (event.target as HTMLElement).closest<HTMLElement>('.turn');
    const row = item?.querySelector<HTMLElement>(`[${ROVING}]`);
    const id = row?.getAttribute(ROVING);
    if (event.key !== 'Escape' || !row || !id || !openIds.has(id)) return;
    event.stopPropagation();
    toggle(id);
    row.focus();
  }

  return (
    <List
      onFocus={onFocus}
      onKeyDown={(event) => {
        onKeyDown(event);
        closeOnEscape(event);
      }}
    >
      {found.map(({ turn, excerpt }) => (
        <TurnItem
          key={turn.id}
          turn={turn}
          excerpt={excerpt}
          messages={messages}
          midnight={midnight}
          isOpen={openIds.has(turn.id)}
          isTabStop={turn.id === current}
          onToggle={toggle}
        />
      ))}
    </List>
  );
}
