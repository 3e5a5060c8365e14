import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import { LogToolbar } from './LogToolbar.tsx';
import { TurnList } from './TurnList.tsx';
import { deedOf } from './deed.ts';
import { turnSearch } from './find-turns.ts';
import type { Search } from './find-turns.ts';
import { FadedText } from './log-parts.ts';
import type { TurnLogMessages } from './messages/messages.ts';

interface SearchableTurnsProps {
  /** Newest first. */
  turns: readonly TurnRecord[];
  messages: TurnLogMessages;
  /** What loads the older ones: it stands where they will appear. */
  older: ReactNode;
}

/** The turns that are here, with what finds and orders them. */
export function SearchableTurns({ turns, messages, older }: SearchableTurnsProps) {
  const app = useLanguage().messages;
  const [search, setSearch] = useState<Search>({ text: '', deed: 'any' });
  const [isOldestFirst, setIsOldestFirst] = useState(false);
  // Typing stays smooth while 300 rows are filtered.
  const calmSearch = useDeferredValue(search);
  const find = useMemo(() => turnSearch(messages, app), [messages, app]);
  const found = useMemo(() => {
    const newestFirst = find(turns, calmSearch);
    return isOldestFirst ? newestFirst.reverse() : newestFirst;
  }, [find, turns, calmSearch, isOldestFirst]);
  const deeds = useMemo(() => [...new Set(turns.map(deedOf))], [turns]);

  return (
    <>
      <LogToolbar
        messages={messages}
        search={search}
        onSearch={setSearch}
        deeds={deeds}
        found={found.length}
        total={turns.length}
        isOldestFirst={isOldestFirst}
        onTurnOrder={() => setIsOldestFirst(!isOldestFirst)}
      />
      {isOldestFirst && older}
      {found.length > 0 ? (
        <TurnList found={found} messages={messages} />
      ) : (
        <FadedText>{messages.nothingFound}</FadedText>
      )}
      {!isOldestFirst && older}
    </>
  );
}
