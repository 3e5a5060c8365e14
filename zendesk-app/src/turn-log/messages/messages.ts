import type { Rating, TurnRecord, Waiting } from '@smart-assistant/shared/sidebar-api.ts';
import type { Counted } from '../../i18n/counted.ts';
import type { MessageLoaders } from '../../i18n/language.ts';
import type { Deed } from '../deed.ts';

type WrongReason = Extract<Rating, { verdict: 'wrong' }>['reason'];
type NudgedBy = NonNullable<TurnRecord['nudges']>[number]['by'];

/** Everything the turn log says, in one language. `{name}` stands for a value put in when shown. */
export interface TurnLogMessages {
  title: string;
  loading: string;
  stillLoading: string;
  empty: { title: string; text: string };
  /** Before turns that could not be brought up to date. */
  stale: string;
  tryAgain: string;
  search: string;
  searchHint: string;
  clearSearch: string;
  /** On the list of actions: no choice. */
  anyAction: string;
  actionFilter: string;
  /** On the button: what pressing it does. */
  showOldestFirst: string;
  showNewestFirst: string;
  turns: Counted;
  /** `{count}` of `{total}`. */
  found: string;
  nothingFound: string;
  older: string;
  loadingOlder: string;
  olderFailed: string;
  deeds: Record<Deed, string>;
  labels: Record<
    'confidence' | 'sources' | 'rules' | 'timings' | 'nudges' | 'rating' | 'ids' | 'mode',
    string
  >;
  writtenPublic: string;
  writtenInternal: string;
  /** `{share}` such as 86 %. */
  confidenceShare: string;
  rulePassed: string;
  ruleDecided: string;
  /** By the rule's name; one that is missing is shown by its name. */
  rules: Record<string, string>;
  timings: Record<'waited' | 'read' | 'answer' | 'write' | 'total', string>;
  nudgedBy: Record<NudgedBy, string>;
  /** `{what}`, `{at}`. */
  nudge: string;
  /** `{what}`, `{times}`, `{at}`. */
  nudgeRepeated: string;
  ratedRight: string;
  ratedWrong: Record<WrongReason, string>;
  turnId: string;
  commentId: string;
  factsDigest: string;
  copyIds: string;
  copied: string;
  copyFailed: string;
  waiting: Record<Waiting['because'], string>;
  /** `{at}`: the next attempt. */
  waitingUntil: string;
  /** `{code}` of the last failure. */
  waitingError: string;
  attempts: Counted;
}

export const turnLogMessages = {
  en: () => import('./en.ts').then(({ en }) => en),
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  de: () => import('./de.ts').then(({ de }) => de),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
} satisfies MessageLoaders<TurnLogMessages>;
