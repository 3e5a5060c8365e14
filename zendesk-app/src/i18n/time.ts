import type { Language } from './language.ts';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/**
 * How long ago something happened, such as "4 min ago"; times in seconds. A clock that runs behind ours is
 * not a future: what is not past yet was just now. "now", as Intl calls it, would not fit a sentence in the past.
 */
export function timeAgo({ locale, messages }: Language, at: number, now: number): string {
  const elapsed = now - at;
  if (elapsed < MINUTE_S) return messages.justNow.replaceAll(' ', '\u00a0');
  const [amount, unit] = largestUnit(elapsed);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  // Dots, as in "4 min. ago", would end the sentence around it; a line must not end inside it.
  return format.format(-amount, unit).replaceAll('.', '').replaceAll(' ', '\u00a0');
}

function largestUnit(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  if (seconds < HOUR_S) return [Math.floor(seconds / MINUTE_S), 'minute'];
  if (seconds < DAY_S) return [Math.floor(seconds / HOUR_S), 'hour'];
  return [Math.floor(seconds / DAY_S), 'day'];
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
