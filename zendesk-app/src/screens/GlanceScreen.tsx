import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import styled from 'styled-components';
import { Fact, Facts } from '../components/Facts.tsx';
import { ModeTag } from '../components/ModeTag.tsx';
import { Sources } from '../components/Sources.tsx';
import { fill } from '../i18n/language.ts';
import { languageName } from '../i18n/language-name.ts';
import { momentText, timeAgo } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { glanceOf } from '../state/glance.ts';
import type { Glance } from '../state/glance.ts';
import { useNow } from '../state/use-now.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

const Header = styled.header`
  display: flex;
  flex-direction: column;
  gap: 4px;
  align-items: flex-start;
  margin-bottom: 16px;
`;

const Headline = styled.h1`
  font-size: ${({ theme }) => theme.fontSizes.lg};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.lg};
`;

const Lead = styled.p`
  margin: 0;
`;

interface GlanceScreenProps {
  zendesk: Zendesk;
  state: ConversationState;
  tags: string[];
}

/** Who has the ticket, what happened last and why; then since when, how sure, from where. */
export function GlanceScreen({ zendesk, state, tags }: GlanceScreenProps) {
  const glance = glanceOf(state, tags);
  return (
    <>
      <Summary glance={glance} />
      <Details zendesk={zendesk} glance={glance} />
    </>
  );
}

function Summary({ glance }: { glance: Glance }) {
  const language = useLanguage();
  const { messages } = language;
  const ago = timeAgo(language, glance.at, useNow());
  return (
    <Header>
      <ModeTag mode={glance.mode} />
      <Headline>{fill(messages.headlines[glance.headline], { ago })}</Headline>
      {glance.reason && <Lead>{messages.reasons[glance.reason]}</Lead>}
      {glance.pending && <Lead>{messages.pending[glance.pending]}</Lead>}
    </Header>
  );
}

function Details({ zendesk, glance }: { zendesk: Zendesk; glance: Glance }) {
  const { locale, messages } = useLanguage();
  const { labels } = messages;
  const now = useNow();
  return (
    <Facts>
      {glance.since !== undefined && (
        <Fact label={labels.since}>{momentText(locale, glance.since, now)}</Fact>
      )}
      {glance.confidence && (
        <Fact label={labels.confidence}>{messages.confidence[glance.confidence]}</Fact>
      )}
      {glance.sources.length > 0 && (
        <Fact label={labels.sources}>
          <Sources zendesk={zendesk} ids={glance.sources} />
        </Fact>
      )}
      {glance.language && (
        <Fact label={labels.language}>{languageName(locale, glance.language)}</Fact>
      )}
      <Fact label={labels.answers}>{new Intl.NumberFormat(locale).format(glance.turns)}</Fact>
    </Facts>
  );
}
