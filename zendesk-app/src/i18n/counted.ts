import { fill } from './language.ts';

/** A sentence about a number; `{count}` is put in. Languages without the distinction repeat themselves. */
export interface Counted {
  one: string;
  other: string;
}

/** The form a language uses for `count`, with the number written by the locale. */
export function counted(locale: string, { one, other }: Counted, count: number): string {
  const isOne = new Intl.PluralRules(locale).select(count) === 'one';
  return fill(isOne ? one : other, { count: new Intl.NumberFormat(locale).format(count) });
}
