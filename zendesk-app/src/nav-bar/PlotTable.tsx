import type { Action } from '@smart-assistant/shared/reasons.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { columnName } from './column-name.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { Table, TableBox } from './page-parts.ts';
import type { Column } from './stack-columns.ts';

interface PlotTableProps {
  title: string;
  columns: Column[];
  isByDay: boolean;
  actions: Action[];
  messages: NavBarMessages;
}

/** The plot in numbers; times without turns are left out. */
export function PlotTable({ title, columns, isByDay, actions, messages }: PlotTableProps) {
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  return (
    <TableBox tabIndex={0} role="group" aria-label={title}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{messages.time}</th>
            {actions.map((action) => (
              <th key={action} scope="col" className="number">
                {messages.actions[action]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns
            .filter(({ total }) => total > 0)
            .map((column) => (
              <tr key={column.from}>
                <th scope="row" className="short">
                  {columnName(locale, column, isByDay)}
                </th>
                {actions.map((action) => (
                  <td key={action} className="number">
                    {number.format(column.counts[action] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </Table>
    </TableBox>
  );
}
