import type { AccountPart } from '@smart-assistant/shared/setup/account.ts';
import type { FixOutcome } from '@smart-assistant/shared/setup/applied.ts';
import type { MissedCode } from '@smart-assistant/shared/setup/conditions.ts';
import type { FindingCode } from '@smart-assistant/shared/setup/finding-table.ts';
import type { ObjectKind, PassedCheck, Severity } from '@smart-assistant/shared/setup/finding.ts';
import type { RoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { UndoResult } from '@smart-assistant/shared/setup/undo.ts';
import type { Counted } from '../../i18n/counted.ts';
import type { MessageLoaders } from '../../i18n/language.ts';
import type { Standing } from '../group-findings.ts';
import type { SettingsOutcome } from '../save-settings.ts';

interface Notice {
  title: string;
  text: string;
}

/** What the set-up panel says. `{name}` stands for a value put in when shown. */
export interface SetUpMessages {
  /** `{part}`. */
  checking: string;
  parts: Record<AccountPart, string>;
  fixing: string;
  proving: string;
  undoing: string;
  checkAgain: string;
  standings: Record<Standing, Notice>;
  severities: Record<Severity, string>;
  kinds: Record<ObjectKind, string>;
  is: string;
  shouldBe: string;
  /** For screen readers, before a text that goes and one that comes. */
  removed: string;
  added: string;
  /** An empty value. */
  nothing: string;
  willBeCreated: string;
  onlyYou: string;
  fix: string;
  /** `{object}`: tells the buttons apart for screen readers. */
  fixNamed: string;
  setUpNow: string;
  fixAll: Counted;
  preview: Notice;
  writeNow: Counted;
  cancel: string;
  others: Notice;
  passedCount: Counted;
  passed: Record<PassedCheck, string>;
  fixed: Record<'all' | 'some' | 'none', Notice>;
  outcomes: Record<FixOutcome, string>;
  /** `{status}`. */
  zendeskSaid: string;
  changes: Notice;
  undo: string;
  undoNamed: string;
  undoAll: string;
  undone: string;
  undoOutcomes: Record<UndoResult['outcome'], string>;
  proven: string;
  roundTrips: Record<Exclude<RoundTrip['kind'], 'proven'>, Notice>;
  settingsSaved: string;
  settingsFailed: Record<Exclude<SettingsOutcome, 'saved' | 'already_right'>, Notice>;
  /** Where an admin finds the app's settings. */
  settingsPlace: string;
  /** Followed by the labels of the settings in question. */
  noAddress: Notice;
  /** Undefined where findings speak the language already. */
  translation: WhyTranslation | undefined;
}

/** Why a finding matters, by its code, and the words that Zendesk's facts are put in. */
export interface WhyTranslation {
  whys: Record<FindingCode, string>;
  missed: Record<MissedCode, string>;
  /** What is missed without a trigger. */
  missedWithout: Record<'comment_trigger' | 'closed_trigger', string>;
  statuses: Record<'solved' | 'closed' | 'solved or closed', string>;
  roles: Record<'agent' | 'end-user' | 'admin', string>;
  /** What comes of somebody else's answers, by what set-up says of it. */
  predictions: Record<Prediction, string>;
  /** Where a person mends it, of the places that are no menus of Admin Center. */
  places: Record<'signIn' | 'later' | 'helpCenter', string>;
  /** A product whose name is not known. */
  someAssistant: string;
}

export type Prediction =
  | 'two replies per question'
  | 'two replies to a first message'
  | 'an e-mail of its own besides the reply';

export const setUpMessages = {
  en: () => import('./en.ts').then(({ en }) => en),
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  de: () => import('./de.ts').then(({ de }) => de),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
} satisfies MessageLoaders<SetUpMessages>;
