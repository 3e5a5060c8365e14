import type { OverviewTurn } from '@smart-assistant/shared/overview-api.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { forwardRef, useState } from 'react';
import styled from 'styled-components';
import { durationText } from '../i18n/duration.ts';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useNow } from '../state/use-now.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { TicketLink } from './TicketLink.tsx';
import { TurnFilterFields } from './TurnFilterFields.tsx';
import type { NavBarMessages } from './messages/messages.ts';
import { Card, CardTitle, Faded, Table, TableBox } from './page-parts.ts';
import { passes } from './turn-filter.ts';
import type { TurnFilter } from './turn-filter.ts';

/** A screenful; the next one comes on request. */
const STEP = 25;

const Header = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  justify-content: space-between;
  align-items: center;
  margin-bottom: 12px;
`;

const Heading = styled(CardTitle)`
  margin: 0;
  &:focus {
    outline: none;
  }
`;

const Footer = styled.div`
  display: flex;
  gap: 16px;
  align-items: center;
  margin-top: 12px;
`;

interface NewestTurnsProps {
  zendesk: Zendesk;
  turns: OverviewTurn[];
  filter: TurnFilter;
  onFilter: (filter: TurnFilter) => void;
  messages: NavBarMessages;
}

/** The newest turns, to drill into. Its heading takes the focus when a plot leads here. */
export const NewestTurns = forwardRef<HTMLHeadingElement, NewestTurnsProps>(function NewestTurns(
  { zendesk, turns, filter, onFilter, messages },
  heading,
) {
  const { locale } = useLanguage();
  const [limit, setLimit] = useState(STEP);
  const number = new Intl.NumberFormat(locale);
  const found = turns.filter((turn) => passes(turn, filter));
  const shown = found.slice(0, limit);
  return (
    <Card aria-label={messages.newest}>
      <Header>
        <Heading ref={heading} tabIndex={-1}>
          {messages.newest}
        </Heading>
        <TurnFilterFields {...{ turns, filter, onFilter, messages }} />
      </Header>
      {shown.length === 0 ? (
        <Faded>{messages.none}</Faded>
      ) : (
        <TableBox tabIndex={0} role="group" aria-label={messages.newest}>
          <TurnTable zendesk={zendesk} turns={shown} messages={messages} />
        </TableBox>
      )}
      <Footer>
        <Faded role="status">
          {fill(messages.shownOf, {
            shown: number.format(shown.length),
            total: number.format(found.length),
          })}
        </Faded>
        {found.length > shown.length && (
          <Button size="small" onClick={() => setLimit(limit + STEP)}>
            {messages.showMore}
          </Button>
        )}
      </Footer>
    </Card>
  );
});

interface TurnTableProps {
  zendesk: Zendesk;
  turns: OverviewTurn[];
  messages: NavBarMessages;
}

function TurnTable({ zendesk, turns, messages }: TurnTableProps) {
  const { locale, messages: app } = useLanguage();
  const now = useNow();
  const { columns } = messages;
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.ticket}</th>
          <th scope="col">{columns.action}</th>
          <th scope="col">{columns.reason}</th>
          <th scope="col" className="number">
            {columns.confidence}
          </th>
          <th scope="col" className="number">
            {columns.took}
          </th>
        </tr>
      </thead>
      <tbody>
        {turns.map(({ ticketId, at, action, reason, confidence, tookMs }, index) => (
          <tr key={`${ticketId} ${at} ${index}`}>
            <td className="short">{momentText(locale, at / 1000, now)}</td>
            <td className="short">
              <TicketLink zendesk={zendesk} ticketId={ticketId} messages={messages} />
            </td>
            <td className="short">{messages.actions[action]}</td>
            <td>{app.reasons[reason]}</td>
            <td className="number">{confidence === undefined ? '' : share.format(confidence)}</td>
            <td className="number">{durationText(locale, tookMs)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
