import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import type { Action } from '@smart-assistant/shared/reasons.ts';
import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import type { OverviewFailure } from '../overview-failure.ts';
import type { Period } from '../period.ts';
import type { Counted } from '../../i18n/counted.ts';
import type { MessageLoaders } from '../../i18n/language.ts';

type Health = OverviewResponse['setup'];

interface Notice {
  title: string;
  text: string;
}

/** Everything the page in the navigation bar says, in one language. `{name}` stands for a value put in when shown. */
export interface NavBarMessages {
  title: string;
  loading: string;
  stillLoading: string;
  refresh: string;
  /** `{at}`. */
  asOf: string;
  stale: string;
  tryAgain: string;
  period: string;
  periods: Record<Period, string>;
  answerModes: Record<AnswerMode, string>;
  failures: Record<OverviewFailure, Notice>;
  emptyDay: Notice;
  tiles: Record<
    'answered' | 'handedOver' | 'silent' | 'failed' | 'missed' | 'ratings' | 'waiting',
    string
  >;
  /** What each number means, in a few words. */
  tileNotes: Record<'handedOver' | 'silent' | 'failed' | 'missed', string>;
  /** `{sent}`, `{drafted}`, `{observed}`. */
  answeredParts: Record<'sent' | 'drafted' | 'observed', string>;
  /** `{right}`, `{wrong}`. */
  ratingParts: string;
  noRatings: string;
  /** `{time}`: how long the oldest has waited. */
  oldestWaits: string;
  nobodyWaits: string;
  plot: string;
  /** Of columns that are whole days. */
  plotByDay: string;
  /** For screen readers: `{total}`, `{busiest}`, `{most}`. */
  plotSummary: string;
  noPlot: string;
  showTable: string;
  hideTable: string;
  time: string;
  actions: Record<Action, string>;
  handoverReasons: string;
  silenceReasons: string;
  none: string;
  deadLetters: string;
  noDeadLetters: string;
  attempts: Counted;
  newest: string;
  /** `{shown}` of `{total}`. */
  shownOf: string;
  showMore: string;
  filterTurns: string;
  anyAction: string;
  columns: Record<'at' | 'ticket' | 'action' | 'reason' | 'confidence' | 'took' | 'cause', string>;
  /** `{id}`. */
  ticket: string;
  /** `{id}`, on the link. */
  openTicket: string;
  setUp: string;
  setUpStates: Record<Health['status'], string>;
  severities: Record<Health['findings'][number]['severity'], string>;
  /** `{at}`. */
  checkedAt: string;
  openSetUp: string;
  closeSetUp: string;
}

export const navBarMessages = {
  en: () => import('./en.ts').then(({ en }) => en),
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  de: () => import('./de.ts').then(({ de }) => de),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
} satisfies MessageLoaders<NavBarMessages>;
