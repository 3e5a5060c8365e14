const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long something took, such as "340 ms", "1.2 sec", "12 min", "3 hr"; one unit, as people say it. */
export function durationText(locale: string, ms: number): string {
  const [amount, unit, digits] = inUnit(Math.max(0, ms));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

function inUnit(ms: number): [number, string, number] {
  if (ms < SECOND_MS) return [Math.round(ms), 'millisecond', 0];
  if (ms < 10 * SECOND_MS) return [ms / SECOND_MS, 'second', 1];
  if (ms < MINUTE_MS) return [Math.floor(ms / SECOND_MS), 'second', 0];
  if (ms < HOUR_MS) return [Math.floor(ms / MINUTE_MS), 'minute', 0];
  if (ms < 2 * DAY_MS) return [Math.floor(ms / HOUR_MS), 'hour', 0];
  return [Math.floor(ms / DAY_MS), 'day', 0];
}
