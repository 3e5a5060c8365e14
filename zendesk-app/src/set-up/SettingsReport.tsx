import { Button } from '@zendeskgarden/react-buttons';
import { Notice } from '../components/Notice.tsx';
import { Fact, Facts } from '../components/Facts.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { Buttons, Code, Text } from './set-up-parts.ts';
import type { SavedSettings } from './set-up-view.ts';

interface SettingsReportProps {
  settings: SavedSettings;
  messages: SetUpMessages;
}

/** What became of the app's own settings; where it could not write them, what to paste where. */
export function SettingsReport({ settings: { outcome, found }, messages }: SettingsReportProps) {
  const { messages: app } = useLanguage();
  if (outcome === 'already_right') return null;
  const { title, text } = messages.saved[outcome];
  if (outcome === 'saved') {
    return (
      <Notice type="info" title={title} level={3}>
        {text}
        <Buttons>
          <Button size="small" isNeutral onClick={() => window.location.reload()}>
            {messages.reload}
          </Button>
        </Buttons>
      </Notice>
    );
  }
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
      <Text>{messages.copyBy}</Text>
    </Notice>
  );
}
