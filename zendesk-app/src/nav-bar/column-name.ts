import type { TimeRange } from './period.ts';

/** An hour or a day of the plot, as its axis and its table call it. */
export function columnName(locale: string, { from }: TimeRange, isByDay: boolean): string {
  const options: Intl.DateTimeFormatOptions = isByDay
    ? { weekday: 'short', day: 'numeric', month: 'short' }
    : { hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, options).format(from);
}

/** The same, short enough to stand under a narrow column. */
export function columnMark(locale: string, { from }: TimeRange, isByDay: boolean): string {
  const options: Intl.DateTimeFormatOptions = isByDay
    ? { weekday: 'short', day: 'numeric' }
    : { hour: 'numeric' };
  return new Intl.DateTimeFormat(locale, options).format(from);
}
