import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { durationText } from '../i18n/duration.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { TurnLogMessages } from './messages/messages.ts';

const Table = styled.dl`
  display: grid;
  grid-template-columns: auto 1fr auto;
  gap: 0 8px;
  align-items: center;
  margin: 0;

  dd {
    margin: 0;
    text-align: end;
  }
  > div {
    display: contents;
  }
`;

const Bar = styled.div`
  height: 6px;
  border-radius: 3px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.primaryEmphasis' })};
`;

interface TimingsProps {
  turn: Pick<TurnRecord, 'timings' | 'tookMs'>;
  messages: TurnLogMessages;
}

/** How long each part of the turn took, beside each other. */
export function Timings({ turn: { timings, tookMs }, messages }: TimingsProps) {
  const { locale } = useLanguage();
  const { timings: names } = messages;
  const parts = timings
    ? [
        [names.waited, timings.waitedMs] as const,
        [names.read, timings.readMs] as const,
        [names.answer, timings.answerMs] as const,
        [names.write, timings.writeMs] as const,
      ]
    : [];
  const longest = Math.max(1, ...parts.map(([, ms]) => ms));
  return (
    <Table>
      {parts.map(([name, ms]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd aria-hidden>
            <Bar style={{ width: `${(ms / longest) * 100}%` }} />
          </dd>
          <dd>{durationText(locale, ms)}</dd>
        </div>
      ))}
      <div>
        <dt>{names.total}</dt>
        <dd aria-hidden />
        <dd>{durationText(locale, tookMs)}</dd>
      </div>
    </Table>
  );
}
