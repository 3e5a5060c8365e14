import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import { counted } from '../i18n/counted.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useNow } from '../state/use-now.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { TicketLink } from './TicketLink.tsx';
import type { NavBarMessages } from './messages/messages.ts';
import { Card, CardTitle, Faded, Table, TableBox } from './page-parts.ts';

interface DeadLettersProps {
  zendesk: Zendesk;
  letters: OverviewResponse['deadLetters'];
  messages: NavBarMessages;
}

/** Work that failed for good and waits for a person, with its cause. Not bound to the period: it waits until done. */
export function DeadLetters({ zendesk, letters, messages }: DeadLettersProps) {
  const { locale } = useLanguage();
  const now = useNow();
  const { columns } = messages;
  return (
    <Card aria-label={messages.deadLetters}>
      <CardTitle>{messages.deadLetters}</CardTitle>
      {letters.length === 0 ? (
        <Faded>{messages.noDeadLetters}</Faded>
      ) : (
        <TableBox tabIndex={0} role="group" aria-label={messages.deadLetters}>
          <Table>
            <thead>
              <tr>
                <th scope="col">{columns.ticket}</th>
                <th scope="col">{columns.at}</th>
                <th scope="col">{columns.cause}</th>
              </tr>
            </thead>
            <tbody>
              {letters.map(({ ticketId, diedAt, attempts, errorCode, message }) => (
                <tr key={`${ticketId} ${diedAt}`}>
                  <td className="short">
                    <TicketLink zendesk={zendesk} ticketId={ticketId} messages={messages} />
                  </td>
                  <td className="short">{momentText(locale, diedAt / 1000, now)}</td>
                  <td>
                    {message}
                    <Faded>
                      {errorCode}, {counted(locale, messages.attempts, attempts)}
                    </Faded>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableBox>
      )}
    </Card>
  );
}
