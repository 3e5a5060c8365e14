import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import styled from 'styled-components';
import { Notice } from '../components/Notice.tsx';
import { RetryNotice } from '../components/RetryNotice.tsx';
import { WhoChangedIt } from '../components/WhoChangedIt.tsx';
import { noticeOf } from '../i18n/notice-of.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { ReadConversation } from '../state/watch-conversation.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

const Settings = styled.ul`
  margin: 8px 0 0;
  padding-inline-start: 16px;
`;

interface UnverifiedScreenProps {
  zendesk: Zendesk;
  conversation: ReadConversation;
}

/** The field holds nothing that may be believed. */
export function UnverifiedScreen({ zendesk, conversation }: UnverifiedScreenProps) {
  const { messages } = useLanguage();
  const { reading, ticket, settings } = conversation;
  if (reading.status === 'verified') return null;
  const { title, text } = noticeOf(reading.status, ticket.tags, messages);
  const isUsual = reading.status === 'absent' || reading.status === 'too_new';
  return (
    <Notice type={isUsual ? 'info' : 'warning'} title={title}>
      {text}
      {!isUsual && (
        <WhoChangedIt
          // What was found out about one value says nothing about the next.
          key={ticket.fieldValue}
          zendesk={zendesk}
          ticketId={ticket.ticketId}
          fieldId={settings.state_field_id}
        />
      )}
    </Notice>
  );
}

export function NotConfiguredScreen({ problems }: { problems: (keyof AppSettings)[] }) {
  const { messages } = useLanguage();
  return (
    <Notice type="warning" title={messages.notConfigured.title}>
      {messages.notConfigured.text}
      <Settings>
        {problems.map((name) => (
          <li key={name}>{messages.settings[name]}</li>
        ))}
      </Settings>
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
    <RetryNotice type="error" {...messages[what]} onRetry={onRetry} tryAgain={messages.tryAgain} />
  );
}
