import type { DraftResponse } from '@smart-assistant/shared/sidebar-api.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Textarea } from '@zendeskgarden/react-forms';
import { getColor } from '@zendeskgarden/react-theming';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import { ArticleLink } from '../components/ArticleLink.tsx';
import { ButtonRow } from '../components/ControlButtons.tsx';
import { Fact, Facts } from '../components/Facts.tsx';
import { copyText } from '../copy-text.ts';
import { languageName } from '../i18n/language-name.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { confidenceOf } from '../state/glance.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { insertIntoReply } from './insert-into-reply.ts';
import type { DraftMessages } from './messages/messages.ts';

const Parts = styled.div`
  display: flex;
  flex-direction: column;
  gap: 12px;
`;

const Outcome = styled.p<{ $isFailure: boolean }>`
  margin: 0;
  color: ${({ theme, $isFailure }) =>
    getColor({ theme, variable: $isFailure ? 'foreground.danger' : 'foreground.success' })};
`;

type FoundDraft = Extract<DraftResponse, { found: true }>;
type Deed = 'inserted' | 'insertFailed' | 'copied' | 'copyFailed';

interface DraftEditorProps {
  zendesk: Zendesk;
  draft: FoundDraft;
  messages: DraftMessages;
}

/** The suggested answer to edit, with what it rests on, and two ways out of the panel. */
export function DraftEditor({ zendesk, draft, messages }: DraftEditorProps) {
  const [text, setText] = useState(draft.text);
  const [deed, setDeed] = useState<Deed>();
  const box = useRef<HTMLTextAreaElement>(null);

  async function insert(): Promise<void> {
    setDeed((await insertIntoReply(zendesk, text)) ? 'inserted' : 'insertFailed');
  }
  async function copy(): Promise<void> {
    const isCopied = await copyText(text);
    setDeed(isCopied ? 'copied' : 'copyFailed');
    // For the agent's own hand.
    if (!isCopied) box.current?.select();
  }

  return (
    <Parts>
      <Field>
        <Field.Label hidden>{messages.text}</Field.Label>
        <Textarea
          ref={box}
          isCompact
          minRows={5}
          maxRows={14}
          dir="auto"
          lang={draft.language}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setDeed(undefined);
          }}
        />
      </Field>
      <Basis draft={draft} />
      <ButtonRow>
        <Button size="small" isPrimary disabled={!text.trim()} onClick={() => void insert()}>
          {messages.insert}
        </Button>
        <Button size="small" disabled={!text.trim()} onClick={() => void copy()}>
          {messages.copy}
        </Button>
      </ButtonRow>
      <div role="status">
        {deed && <Outcome $isFailure={deed.endsWith('Failed')}>{messages[deed]}</Outcome>}
      </div>
    </Parts>
  );
}

const List = styled.ul`
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** How sure the assistant is of it, in which language it is, and from which articles. */
function Basis({ draft }: { draft: FoundDraft }) {
  const { locale, messages } = useLanguage();
  const { labels } = messages;
  return (
    <Facts>
      <Fact label={labels.confidence}>{messages.confidence[confidenceOf(draft.confidence)]}</Fact>
      {draft.language && (
        <Fact label={labels.language}>{languageName(locale, draft.language)}</Fact>
      )}
      {draft.sources.length > 0 && (
        <Fact label={labels.sources}>
          <List>
            {draft.sources.map(({ id, title, url }) => (
              <li key={id}>
                <ArticleLink title={title} url={url} />
              </li>
            ))}
          </List>
        </Fact>
      )}
    </Facts>
  );
}
