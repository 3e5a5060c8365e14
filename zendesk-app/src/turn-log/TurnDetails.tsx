import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { confidenceOf } from '../state/glance.ts';
import { useNow } from '../state/use-now.ts';
import { CopyableIds } from './CopyableIds.tsx';
import { Rules } from './Rules.tsx';
import { Timings } from './Timings.tsx';
import { QuotedSources } from './QuotedSources.tsx';
import { Written } from './Written.tsx';
import { FadedText } from './log-parts.ts';
import type { TurnLogMessages } from './messages/messages.ts';

const Box = styled.div`
  display: grid;
  gap: 12px;
  padding-block: 4px 16px;
  padding-inline: 32px 4px;
  overflow-wrap: anywhere;
`;

const Label = styled(FadedText).attrs({ as: 'h3' })`
  margin-bottom: 2px;
  font-size: 12px;
  font-weight: ${({ theme }) => theme.fontWeights.regular};
  line-height: 16px;
`;

interface TurnDetailsProps {
  turn: TurnRecord;
  messages: TurnLogMessages;
}

/** Everything that is known of one turn, in the order people ask. Old turns know less. */
export function TurnDetails({ turn, messages }: TurnDetailsProps) {
  const { labels } = messages;
  const app = useLanguage().messages;
  const { written, sources, rules, nudges = [], confidence } = turn;
  return (
    <Box>
      {written && (
        <Part label={written.isPublic ? messages.writtenPublic : messages.writtenInternal}>
          <Written text={written.text} />
        </Part>
      )}
      {sources.length > 0 && (
        <Part label={labels.sources}>
          <QuotedSources sources={sources} />
        </Part>
      )}
      {confidence !== undefined && (
        <Part label={labels.confidence}>
          <ConfidenceText confidence={confidence} messages={messages} />
        </Part>
      )}
      <Part label={labels.mode}>{app.modes[turn.mode]}</Part>
      {rules.length > 0 && (
        <Part label={labels.rules}>
          <Rules rules={rules} messages={messages} />
        </Part>
      )}
      {nudges.length > 0 && (
        <Part label={labels.nudges}>
          <Nudges nudges={nudges} messages={messages} />
        </Part>
      )}
      <Part label={labels.timings}>
        <Timings turn={turn} messages={messages} />
      </Part>
      <Part label={labels.ids}>
        <CopyableIds turn={turn} messages={messages} />
      </Part>
    </Box>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Label>{label}</Label>
      {children}
    </div>
  );
}

function ConfidenceText({
  confidence,
  messages,
}: {
  confidence: number;
  messages: TurnLogMessages;
}) {
  const { locale, messages: app } = useLanguage();
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(confidence);
  const level = confidenceOf(confidence);
  return (
    <>{fill(messages.confidenceShare, { words: level ? app.confidence[level] : '', share })}</>
  );
}

interface NudgesProps {
  nudges: NonNullable<TurnRecord['nudges']>;
  messages: TurnLogMessages;
}

function Nudges({ nudges, messages }: NudgesProps) {
  const { locale } = useLanguage();
  const now = useNow();
  return nudges.map(({ by, count, at }) => {
    const values = {
      what: messages.nudgedBy[by],
      at: momentText(locale, at / 1000, now),
      times: new Intl.NumberFormat(locale).format(count),
    };
    return (
      <div key={`${by} ${at}`}>
        {fill(count > 1 ? messages.nudgeRepeated : messages.nudge, values)}
      </div>
    );
  });
}
