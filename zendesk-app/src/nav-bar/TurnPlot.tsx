import type { Action } from '@smart-assistant/shared/reasons.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { useId, useMemo, useState } from 'react';
import styled from 'styled-components';
import { fill } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ActionPatterns, fillOf } from './action-paint.tsx';
import { ColumnDrawing } from './ColumnDrawing.tsx';
import { PlotTable } from './PlotTable.tsx';
import { columnName } from './column-name.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { Card, CardTitle, Faded } from './page-parts.ts';
import { columnsOf } from './period.ts';
import { ACTIONS, stackColumns } from './stack-columns.ts';
import type { Column } from './stack-columns.ts';
import type { Overview } from './use-overview.ts';

const Header = styled.div`
  display: flex;
  justify-content: space-between;
  align-items: baseline;
`;

const Keys = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin: 8px 0 0;
  padding: 0;
  list-style: none;

  li {
    display: flex;
    gap: 6px;
    align-items: center;
  }
`;

interface TurnPlotProps {
  overview: Overview;
  messages: NavBarMessages;
}

/** How many turns each hour or day had, by what they did: drawn, and as a table for who would rather read. */
export function TurnPlot({ overview, messages }: TurnPlotProps) {
  const { period, range, happened } = overview;
  const [isTable, setIsTable] = useState(false);
  const id = useId().replaceAll(':', '');
  const columns = useMemo(
    () => stackColumns(columnsOf(period, range), happened.hours),
    [period, range, happened.hours],
  );
  const present = ACTIONS.filter((action) => columns.some(({ counts }) => counts[action]));
  const isByDay = period === 'week';
  const title = isByDay ? messages.plotByDay : messages.plot;
  const summary = useSummary(columns, isByDay, messages);

  return (
    <Card aria-label={title}>
      <Header>
        <CardTitle>{title}</CardTitle>
        <Button isLink size="small" aria-expanded={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? messages.hideTable : messages.showTable}
        </Button>
      </Header>
      {present.length === 0 ? (
        <Faded>{messages.noPlot}</Faded>
      ) : (
        <>
          <ColumnDrawing {...{ id, columns, isByDay, messages }} label={`${title}. ${summary}`} />
          <PlotKeys id={id} actions={present} messages={messages} />
        </>
      )}
      {isTable && <PlotTable {...{ columns, isByDay, messages, title }} actions={present} />}
    </Card>
  );
}

function useSummary(columns: Column[], isByDay: boolean, messages: NavBarMessages): string {
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const busiest = columns.reduce((most, each) => (each.total > most.total ? each : most));
  const total = columns.reduce((sum, each) => sum + each.total, 0);
  return fill(messages.plotSummary, {
    total: number.format(total),
    most: number.format(busiest.total),
    busiest: columnName(locale, busiest, isByDay),
  });
}

interface PlotKeysProps {
  id: string;
  actions: Action[];
  messages: NavBarMessages;
}

function PlotKeys({ id, actions, messages }: PlotKeysProps) {
  const own = `${id}k`;
  return (
    <Keys>
      {actions.map((action) => (
        <li key={action}>
          <svg width="12" height="12" aria-hidden>
            <ActionPatterns id={`${own}${action}`} />
            <rect width="12" height="12" rx="2" fill={fillOf(`${own}${action}`, action)} />
          </svg>
          {messages.actions[action]}
        </li>
      ))}
    </Keys>
  );
}
