const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/**
 * How long ago something happened, such as "4 min. ago"; times in seconds. A clock that runs behind ours is
 * not a future: what is not past yet is "now".
 */
export function timeAgo(locale: string, at: number, now: number): string {
  const elapsed = Math.max(0, now - at);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (elapsed < MINUTE_S) return format.format(0, 'second');
  if (elapsed < HOUR_S) return format.format(-Math.floor(elapsed / MINUTE_S), 'minute');
  if (elapsed < DAY_S) return format.format(-Math.floor(elapsed / HOUR_S), 'hour');
  return format.format(-Math.floor(elapsed / DAY_S), 'day');
}

/** A moment as short as it can be unmistakable: the time of today, else day and time, else the year too. */
export function momentText(locale: string, at: number, now: number): string {
  const moment = new Date(at * 1000);
  const today = new Date(now * 1000);
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  if (moment.toDateString() !== today.toDateString()) {
    Object.assign(options, { day: 'numeric', month: 'short' });
  }
  if (moment.getFullYear() !== today.getFullYear()) options.year = 'numeric';
  return new Intl.DateTimeFormat(locale, options).format(moment);
}
