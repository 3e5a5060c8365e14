import { Fact, Facts } from '../components/Facts.tsx';
import { Notice } from '../components/Notice.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { Code, Text } from './set-up-parts.ts';
import type { SavedSettings } from './set-up-view.ts';

interface SettingsFailedProps {
  settings: SavedSettings;
  messages: SetUpMessages;
}

/** Where the app could not write its own settings: what to paste where. */
export function SettingsFailed({ settings: { outcome, found }, messages }: SettingsFailedProps) {
  const { messages: app } = useLanguage();
  if (outcome === 'saved' || outcome === 'already_right') return null;
  const { title, text } = messages.settingsFailed[outcome];
  return (
    <Notice type="warning" title={title} level={3}>
      {text}
      <Facts>
        {Object.entries(found).map(([name, value]) => (
          <Fact key={name} label={app.settings[name as keyof typeof found]}>
            <Code>{value}</Code>
          </Fact>
        ))}
      </Facts>
      <Text>{messages.settingsPlace}</Text>
    </Notice>
  );
}
