import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { Mode, StateReading } from '@smart-assistant/shared/conversation-state.ts';
import type { Reason } from '@smart-assistant/shared/reasons.ts';
import type { Control, ControlFailure } from '../state/control.ts';
import type { Confidence, Headline, Pending } from '../state/glance.ts';

interface Notice {
  title: string;
  text: string;
}

/** Everything the app says, in one language. `{name}` stands for a value put in when shown. */
export interface Messages {
  loading: string;
  /** `{ago}`: how long ago, such as "4 min. ago". */
  headlines: Record<Headline, string>;
  /** One or two words: who has the ticket. */
  modes: Record<Mode, string>;
  /** Whole sentences for an agent who has never read our documentation. */
  reasons: Record<Reason, string>;
  confidence: Record<Confidence, string>;
  labels: Record<'since' | 'confidence' | 'sources' | 'answers', string>;
  /** `{id}` of an article whose title could not be had. */
  article: string;
  pending: Record<Pending, string>;
  /** On buttons: what pressing one does. */
  controls: Record<Control, string>;
  controlFailures: Record<ControlFailure, string>;
  saving: string;
  verified: string;
  stale: string;
  tryAgain: string;
  notices: Record<Exclude<StateReading['status'], 'verified'>, Notice>;
  failed: Notice;
  unreachable: Notice;
  outside: Notice;
  /** Followed by the labels of the settings in question. */
  notConfigured: Notice;
  settings: Record<keyof AppSettings, string>;
}
