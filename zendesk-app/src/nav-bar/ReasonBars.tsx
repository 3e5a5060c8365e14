import type { Action, Reason } from '@smart-assistant/shared/reasons.ts';
import { getColor } from '@zendeskgarden/react-theming';
import styled, { useTheme } from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';
import { colorOf } from './action-paint.tsx';
import type { NavBarMessages } from './messages/messages.ts';
import { Card, CardTitle, Faded, focusRing } from './page-parts.ts';

const List = styled.ul`
  display: grid;
  gap: 4px;
  margin: 0 -8px;
  padding: 0;
  list-style: none;
`;

const Row = styled.button`
  display: grid;
  grid-template-columns: 1fr auto;
  gap: 2px 12px;
  width: 100%;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 4px 8px;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => getColor({ theme, variable: 'background.subtle' })};
  }
  svg {
    grid-column: 1 / -1;
    display: block;
    width: 100%;
    height: 8px;
  }
  ${focusRing}
`;

interface ReasonBarsProps {
  title: string;
  action: Action;
  reasons: { reason: Reason; count: number }[];
  messages: NavBarMessages;
  /** Shows the turns behind a bar. */
  onPick: (reason: Reason) => void;
}

/** How often each reason was the one, the most frequent first. A click shows the turns behind it. */
export function ReasonBars({ title, action, reasons, messages, onPick }: ReasonBarsProps) {
  const { locale, messages: app } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const fill = colorOf(useTheme(), action);
  const most = reasons[0]?.count ?? 1;
  return (
    <Card aria-label={title}>
      <CardTitle>{title}</CardTitle>
      {reasons.length === 0 && <Faded>{messages.none}</Faded>}
      <List>
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <Row type="button" onClick={() => onPick(reason)}>
              <span>{app.reasons[reason]}</span>
              <span>{number.format(count)}</span>
              <svg aria-hidden>
                <rect width={`${(count / most) * 100}%`} height="8" rx="2" fill={fill} />
              </svg>
            </Row>
          </li>
        ))}
      </List>
    </Card>
  );
}
