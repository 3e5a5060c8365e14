import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import type { Reason } from '@smart-assistant/shared/reasons.ts';
import type { Rating } from '@smart-assistant/shared/sidebar-api.ts';
import type { Control, ControlFailure } from '../state/control.ts';
import type { FieldChange } from '../state/field-change.ts';
import type { FieldReading } from '../state/field-reading.ts';
import type { Confidence, Headline, Pending } from '../state/glance.ts';

interface Notice {
  title: string;
  text: string;
}

type WrongReason = Extract<Rating, { verdict: 'wrong' }>['reason'];

/** What the app says from its first screen on, in one language. `{name}` stands for a value put in when shown. */
export interface Messages {
  loading: string;
  /** `{ago}`: how long ago, such as "4 min. ago". */
  headlines: Record<Headline, string>;
  /** One or two words: who has the ticket. */
  /** Less than a minute ago, as the `{ago}` of a headline. */
  justNow: string;
  modes: Record<Mode, string>;
  /** Whole sentences for an agent who has never read our documentation. */
  reasons: Record<Reason, string>;
  confidence: Record<Confidence, string>;
  labels: Record<'since' | 'confidence' | 'sources' | 'answers' | 'language', string>;
  /** `{id}` of an article whose title could not be had. */
  article: string;
  pending: Record<Pending, string>;
  /** On buttons: what pressing one does. */
  controls: Record<Control, string>;
  /** Names the group of those buttons. */
  controlsLabel: string;
  controlFailures: Record<ControlFailure, string>;
  saving: string;
  draft: string;
  rating: {
    question: string;
    right: string;
    wrong: string;
    whatIsWrong: string;
    reasons: Record<WrongReason, string>;
    cancel: string;
    saved: Record<Rating['verdict'], string>;
    change: string;
    /** The newest turn is not an answer any more. */
    nothingToRate: string;
  };
  verified: string;
  stale: string;
  offline: string;
  tryAgain: string;
  notices: Record<Exclude<FieldReading['status'], 'verified'>, Notice>;
  fieldChange: {
    ask: string;
    asking: string;
    /** `{name}` of the person and `{when}`; of a rule, its title. */
    answers: Record<FieldChange['by'], string>;
    failed: string;
  };
  failed: Notice;
  unreachable: Notice;
  outside: Notice;
  /** Followed by the labels of the settings in question. */
  notConfigured: Notice;
  settings: Record<keyof AppSettings, string>;
  sections: Record<'why' | 'set_up', string>;
  sectionFailed: Notice;
  reload: string;
  /** To admins: where the hidden field still shows. */
  fieldShows: Notice & Record<'portal' | 'portal_editable' | 'not_hidden', string>;
}
