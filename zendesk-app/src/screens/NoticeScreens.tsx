import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { StateReading } from '@smart-assistant/shared/conversation-state.ts';
import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { Notice } from '../components/Notice.tsx';
import { noticeOf } from '../i18n/notice-of.ts';
import { useLanguage } from '../i18n/use-language.ts';

const Actions = styled.div`
  margin-top: 12px;
`;

/** The field holds nothing that may be believed. */
export function UnverifiedScreen({
  status,
  tags,
}: {
  status: Exclude<StateReading['status'], 'verified'>;
  tags: readonly string[];
}) {
  const { title, text } = noticeOf(status, tags, useLanguage().messages);
  const type = status === 'absent' || status === 'too_new' ? 'info' : 'warning';
  return (
    <Notice type={type} title={title}>
      {text}
    </Notice>
  );
}

export function NotConfiguredScreen({ problems }: { problems: (keyof AppSettings)[] }) {
  const { messages } = useLanguage();
  return (
    <Notice type="warning" title={messages.notConfigured.title}>
      {messages.notConfigured.text}
      <ul>
        {problems.map((name) => (
          <li key={name}>{messages.settings[name]}</li>
        ))}
      </ul>
    </Notice>
  );
}

export function OutsideScreen() {
  const { title, text } = useLanguage().messages.outside;
  return (
    <Notice type="info" title={title}>
      {text}
    </Notice>
  );
}

/** `what` could not be done; the button is the way out. */
export function FailedScreen({
  what,
  onRetry,
}: {
  what: 'failed' | 'unreachable';
  onRetry: () => void;
}) {
  const { messages } = useLanguage();
  return (
    <Notice type="error" title={messages[what].title}>
      {messages[what].text}
      <Actions>
        <Button size="small" onClick={onRetry}>
          {messages.tryAgain}
        </Button>
      </Actions>
    </Notice>
  );
}
