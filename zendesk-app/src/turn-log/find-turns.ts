import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Messages } from '../i18n/messages.ts';
import { deedOf } from './deed.ts';
import type { Deed } from './deed.ts';
import type { TurnLogMessages } from './messages/messages.ts';
import { plainText } from './plain-text.ts';

export interface Search {
  /** Every word of it must be found, in any order. */
  text: string;
  deed: Deed | 'any';
}

export interface FoundTurn {
  turn: TurnRecord;
  /** Where the words were found, when that is not on the closed row itself. */
  excerpt: string | undefined;
}

/** A turn's words as the log shows them: those of its row, and those behind it. */
interface TurnWords {
  row: string;
  behind: string[];
}

const EXCERPT_BEFORE = 24;
const EXCERPT_LENGTH = 90;

/** Makes the search over turns in one language. A turn's words are put together once, at its first search. */
export function turnSearch(messages: TurnLogMessages, app: Messages) {
  const known = new WeakMap<TurnRecord, TurnWords>();

  const wordsOf = (turn: TurnRecord) => {
    const words = known.get(turn) ?? turnWords(turn, messages, app);
    known.set(turn, words);
    return words;
  };

  return (turns: readonly TurnRecord[], { text, deed }: Search): FoundTurn[] => {
    const terms = folded(text).split(/\s+/).filter(Boolean);
    return turns.flatMap((turn) => {
      if (deed !== 'any' && deedOf(turn) !== deed) return [];
      if (terms.length === 0) return [{ turn, excerpt: undefined }];
      const { row, behind } = wordsOf(turn);
      const all = folded([row, ...behind].join('\n'));
      if (!terms.every((term) => all.includes(term))) return [];
      return [{ turn, excerpt: excerptOf(row, behind, terms) }];
    });
  };
}

function turnWords(turn: TurnRecord, messages: TurnLogMessages, app: Messages): TurnWords {
  const { rating, written, sources, commentId } = turn;
  const decided = turn.rules.find(({ verdict }) => verdict === 'decided')?.rule;
  return {
    row: [
      messages.deeds[deedOf(turn)],
      app.reasons[turn.reason],
      rating ? ratingText(rating, messages) : '',
    ].join('\n'),
    behind: [
      written ? plainText(written.text) : '',
      ...sources.flatMap(({ title, quote = '' }) => [title, quote]),
      decided ? (messages.rules[decided] ?? decided) : '',
      turn.id,
      commentId ?? '',
    ].filter(Boolean),
  };
}

export function ratingText(
  rating: NonNullable<TurnRecord['rating']>,
  messages: TurnLogMessages,
): string {
  return rating.verdict === 'right' ? messages.ratedRight : messages.ratedWrong[rating.reason];
}

function excerptOf(row: string, behind: string[], terms: string[]): string | undefined {
  const hidden = terms.find((term) => !folded(row).includes(term));
  if (hidden === undefined) return undefined;
  const source = behind.find((words) => folded(words).includes(hidden)) ?? '';
  const oneLine = source.replace(/\s+/g, ' ');
  const start = Math.max(0, folded(oneLine).indexOf(hidden) - EXCERPT_BEFORE);
  const end = start + EXCERPT_LENGTH;
  const cut = oneLine.slice(start, end).trim();
  return `${start > 0 ? '…' : ''}${cut}${end < oneLine.length ? '…' : ''}`;
}

/** Without case and accents, so that "devolucion" finds "Devolución". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
