import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import { Notice } from '../components/Notice.tsx';
import { PartSkeleton } from '../components/LazyPart.tsx';
import { useFeatureMessages, useLanguage } from '../i18n/use-language.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { addressFrom } from './address-from.ts';
import { setUpMessages } from './messages/messages.ts';
import { SetUpBody } from './SetUpBody.tsx';

export interface SetUpPanelProps {
  zendesk: Zendesk;
  /** As filled in, unchecked: set-up is where a wrong one is found. */
  settings: Partial<AppSettings>;
  /** Set-up has filled in settings of the app; those of `zendesk` are the new ones. */
  onSettings?: (() => void) | undefined;
}

/** What is configured in this account against what should be, and the way to mend it. */
export function SetUpPanel({ zendesk, settings, onSettings }: SetUpPanelProps) {
  const { messages: app } = useLanguage();
  const messages = useFeatureMessages(setUpMessages);
  if (!messages) return <PartSkeleton />;
  const checked = addressFrom(settings);
  if ('problems' in checked) {
    return (
      <Notice type="warning" title={messages.noAddress.title} level={3}>
        {messages.noAddress.text}
        <ul>
          {checked.problems.map((name) => (
            <li key={name}>{app.settings[name]}</li>
          ))}
        </ul>
        {messages.settingsPlace}
      </Notice>
    );
  }
  return <SetUpBody address={checked.address} {...{ zendesk, onSettings, messages }} />;
}
