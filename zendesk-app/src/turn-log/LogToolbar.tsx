import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import styled, { css } from 'styled-components';
import { counted } from '../i18n/counted.ts';
import { fill } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Deed } from './deed.ts';
import type { Search } from './find-turns.ts';
import type { TurnLogMessages } from './messages/messages.ts';

const Bar = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
  margin-bottom: 4px;
`;

const field = css`
  box-sizing: border-box;
  width: 100%;
  min-width: 0;
  height: 32px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 0 8px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  color: inherit;
  font: inherit;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: 1px;
  }
  &::placeholder {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    opacity: 1;
  }
`;

const SearchField = styled.input`
  ${field}
`;

export const ChoiceField = styled.select`
  ${field}
  padding-inline: 4px;
`;

const Line = styled.div`
  display: flex;
  justify-content: space-between;
  align-items: center;
  min-height: 24px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: 12px;
`;

interface LogToolbarProps {
  messages: TurnLogMessages;
  search: Search;
  onSearch: (search: Search) => void;
  /** Those that occur. */
  deeds: Deed[];
  found: number;
  total: number;
  isOldestFirst: boolean;
  onTurnOrder: () => void;
}

/** Finds as one types, shows one kind of action, turns the order round; says how much there is. */
export function LogToolbar({ messages, search, onSearch, ...rest }: LogToolbarProps) {
  const { deeds, found, total, isOldestFirst, onTurnOrder } = rest;
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const values = { count: number.format(found), total: number.format(total) };
  const isAll = search.text.trim() === '' && search.deed === 'any';

  return (
    <>
      <Bar role="search" aria-label={messages.search}>
        <SearchField
          type="search"
          aria-label={messages.search}
          placeholder={messages.searchHint}
          value={search.text}
          onChange={({ target }) => onSearch({ ...search, text: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || search.text === '') return;
            event.stopPropagation();
            onSearch({ ...search, text: '' });
          }}
        />
        <ChoiceField
          aria-label={messages.actionFilter}
          value={search.deed}
          onChange={({ target }) => onSearch({ ...search, deed: target.value as Deed | 'any' })}
        >
          <option value="any">{messages.anyAction}</option>
          {deeds.map((deed) => (
            <option key={deed} value={deed}>
              {messages.deeds[deed]}
            </option>
          ))}
        </ChoiceField>
      </Bar>
      <Line>
        <span role="status">
          {isAll ? counted(locale, messages.turns, total) : fill(messages.found, values)}
        </span>
        <Button isLink size="small" onClick={onTurnOrder}>
          {isOldestFirst ? messages.showNewestFirst : messages.showOldestFirst}
        </Button>
      </Line>
    </>
  );
}
