import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useEffect, useRef } from 'react';
import styled from 'styled-components';
import { ServerProblem } from '../backend/ServerProblem.tsx';
import { PartSkeleton } from '../components/LazyPart.tsx';
import { useFeatureMessages, useLanguage } from '../i18n/use-language.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { DraftEditor } from './DraftEditor.tsx';
import { draftMessages } from './messages/messages.ts';
import type { DraftMessages } from './messages/messages.ts';
import { useDraft } from './use-draft.ts';
import type { DraftView } from './use-draft.ts';

const Panel = styled.section`
  margin-top: 12px;
  border: ${({ theme }) => theme.borders.sm}
    ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 12px;
`;

const Header = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  margin-bottom: 8px;
`;

const Heading = styled.h2`
  margin: 0;
  font-size: inherit;
  line-height: inherit;
`;

const Text = styled.p`
  margin: 0;
`;

export interface DraftPanelProps {
  zendesk: Zendesk;
  ticketId: string;
  stateValue: string;
  settings: AppSettings;
  onClose: () => void;
}

/** An answer for the agent's eyes, to edit and to send themselves. */
export function DraftPanel({ zendesk, ticketId, stateValue, settings, onClose }: DraftPanelProps) {
  const messages = useFeatureMessages(draftMessages);
  const { view, retry } = useDraft(settings, { ticketId, state: stateValue });
  const heading = useRef<HTMLHeadingElement>(null);
  const isReady = messages !== undefined;
  useEffect(() => {
    if (isReady) heading.current?.focus();
  }, [isReady]);
  if (!messages) return <PartSkeleton />;
  return (
    <Panel aria-label={messages.title}>
      <Header>
        <Heading ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {messages.title}
        </Heading>
        <Button size="small" isBasic onClick={onClose}>
          {messages.close}
        </Button>
      </Header>
      <DraftBody zendesk={zendesk} view={view} retry={retry} messages={messages} />
    </Panel>
  );
}

interface DraftBodyProps {
  zendesk: Zendesk;
  view: DraftView;
  retry: () => void;
  messages: DraftMessages;
}

function DraftBody({ zendesk, view, retry, messages }: DraftBodyProps) {
  const { reasons } = useLanguage().messages;
  if (view.status === 'preparing') {
    return (
      <div role="status" aria-label={messages.preparing}>
        <Text>{messages.preparing}</Text>
        <PartSkeleton />
      </div>
    );
  }
  if (view.status === 'failed')
    return <ServerProblem error={view.error} onRetry={retry} level={3} />;
  if (!view.draft.found) {
    return (
      <div role="status">
        <strong>{messages.notFound}</strong>
        <Text>{reasons[view.draft.reason]}</Text>
      </div>
    );
  }
  return <DraftEditor zendesk={zendesk} draft={view.draft} messages={messages} />;
}
