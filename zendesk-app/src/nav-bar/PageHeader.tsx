import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { Tag } from '@zendeskgarden/react-tags';
import { XL } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useNow } from '../state/use-now.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { Faded, focusRing } from './page-parts.ts';
import { PERIODS } from './period.ts';
import type { Period } from './period.ts';

const Bar = styled.header`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  align-items: center;
`;

const Push = styled.div`
  flex: 1;
`;

/** One choice of three, side by side. */
const Switch = styled.fieldset`
  display: flex;
  margin: 0;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 2px;

  legend {
    position: absolute;
    clip-path: inset(50%);
  }
  button {
    border: 0;
    border-radius: 3px;
    padding: 4px 12px;
    background: none;
    color: inherit;
    font: inherit;
    white-space: nowrap;
    cursor: pointer;

    @media (max-width: 359px) {
      padding-inline: 6px;
      font-size: 12px;
    }
    ${focusRing}
  }
  button[aria-pressed='true'] {
    background: ${({ theme }) => getColor({ theme, variable: 'background.emphasis' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.onEmphasis' })};
  }
`;

interface PageHeaderProps {
  period: Period;
  onPeriod: (period: Period) => void;
  /** When the numbers were read, epoch milliseconds; undefined before the first. */
  at: number | undefined;
  answerMode: AnswerMode | undefined;
  isLoading: boolean;
  onRefresh: () => void;
  messages: NavBarMessages;
}

/** What page this is, how far the assistant may go, which time is shown and how fresh it is. */
export function PageHeader(props: PageHeaderProps) {
  const { period, onPeriod, at, answerMode, isLoading, onRefresh, messages } = props;
  const { locale } = useLanguage();
  const now = useNow();
  return (
    <Bar>
      <XL tag="h1" isBold>
        {messages.title}
      </XL>
      {answerMode && (
        <Tag hue={answerMode === 'reply' ? 'green' : 'grey'} isPill>
          <span>{messages.answerModes[answerMode]}</span>
        </Tag>
      )}
      <Push />
      <Faded>
        {at !== undefined && fill(messages.asOf, { at: momentText(locale, at / 1000, now) })}
      </Faded>
      <Button size="small" aria-disabled={isLoading} onClick={onRefresh}>
        {messages.refresh}
      </Button>
      <Switch>
        <legend>{messages.period}</legend>
        {PERIODS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === period}
            onClick={() => onPeriod(each)}
          >
            {messages.periods[each]}
          </button>
        ))}
      </Switch>
    </Bar>
  );
}
