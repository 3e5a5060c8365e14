export const PERIODS = ['today', 'yesterday', 'week'] as const;
/** `week`: the last seven days, today among them. */
export type Period = (typeof PERIODS)[number];

/** Epoch milliseconds; `to` is not part of it any more. */
export interface TimeRange {
  from: number;
  to: number;
}

const HOUR_MS = 3_600_000;

/** A period between midnights of the reader's own clock. */
export function rangeOf(period: Period, now: number): TimeRange {
  switch (period) {
    case 'today':
      return { from: midnight(now, 0), to: midnight(now, 1) };
    case 'yesterday':
      return { from: midnight(now, -1), to: midnight(now, 0) };
    case 'week':
      return { from: midnight(now, -6), to: midnight(now, 1) };
  }
}

/** The plot's columns: hours of a day, which may have 23 or 25 of them, or days of a week. */
export function columnsOf(period: Period, { from, to }: TimeRange): TimeRange[] {
  const columns: TimeRange[] = [];
  for (let start = from; start < to; start = columns.at(-1)!.to) {
    columns.push({ from: start, to: period === 'week' ? midnight(start, 1) : start + HOUR_MS });
  }
  return columns;
}

/** The reader's midnight `days` after the one before `at`; days are not always 24 hours long. */
function midnight(at: number, days: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}
