import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import { actionSchema } from '@smart-assistant/shared/reasons.ts';
import type { Action } from '@smart-assistant/shared/reasons.ts';
import type { TimeRange } from './period.ts';

/** From the bottom of a column to its top. */
export const ACTIONS: readonly Action[] = actionSchema.options;

/** One column of the plot: turns of a time, by what they did. */
export interface Column extends TimeRange {
  counts: Partial<Record<Action, number>>;
  total: number;
}

/** Puts the server's hours into the plot's columns. */
export function stackColumns(times: TimeRange[], hours: OverviewResponse['hours']): Column[] {
  const columns: Column[] = times.map((time) => ({ ...time, counts: {}, total: 0 }));
  for (const { at, action, count } of hours) {
    const column = columns.find(({ from, to }) => at >= from && at < to);
    if (!column) continue;
    column.counts[action] = (column.counts[action] ?? 0) + count;
    column.total += count;
  }
  return columns;
}

/** Where the axis ends and what it is marked with: whole numbers, a round step, no more than five marks. */
export function axisMarks(highest: number): number[] {
  const rough = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10));
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
