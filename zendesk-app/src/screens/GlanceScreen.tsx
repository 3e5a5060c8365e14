import { getColor } from '@zendeskgarden/react-theming';
import { LG, SM } from '@zendeskgarden/react-typography';
import type { ConversationState } from '@smart-assistant/shared/conversation-state.ts';
import styled from 'styled-components';
import { Fact, Facts } from '../components/Facts.tsx';
import { ModeTag } from '../components/ModeTag.tsx';
import { Sources } from '../components/Sources.tsx';
import { fill } from '../i18n/language.ts';
import { momentText, timeAgo } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { glanceOf } from '../state/glance.ts';
import { useNow } from '../state/use-now.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

const Header = styled.header`
  display: flex;
  flex-direction: column;
  gap: 4px;
  align-items: flex-start;
  margin-bottom: 16px;
`;

const Quiet = styled(SM)`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

interface GlanceScreenProps {
  zendesk: Zendesk;
  state: ConversationState;
  tags: string[];
}

/** Who has the ticket, what happened last, why, how sure, from where. */
export function GlanceScreen({ zendesk, state, tags }: GlanceScreenProps) {
  const { locale, messages } = useLanguage();
  const now = useNow();
  const glance = glanceOf(state, tags);
  const ago = timeAgo(locale, glance.at, now);
  return (
    <>
      <Header>
        <ModeTag mode={glance.mode} />
        <LG tag="h1" isBold>
          {fill(messages.headlines[glance.headline], { ago })}
        </LG>
        {glance.since !== undefined && (
          <Quiet>{fill(messages.since, { time: momentText(locale, glance.since, now) })}</Quiet>
        )}
        {glance.isHandbackPending && <Quiet>{messages.handbackPending}</Quiet>}
      </Header>
      <Facts>
        {glance.reason && (
          <Fact label={messages.labels.reason}>{messages.reasons[glance.reason]}</Fact>
        )}
        {glance.confidence && (
          <Fact label={messages.labels.confidence}>{messages.confidence[glance.confidence]}</Fact>
        )}
        {glance.sources.length > 0 && (
          <Fact label={messages.labels.sources}>
            <Sources zendesk={zendesk} ids={glance.sources} />
          </Fact>
        )}
        <Fact label={messages.labels.answers}>
          {new Intl.NumberFormat(locale).format(glance.turns)}
        </Fact>
      </Facts>
    </>
  );
}
