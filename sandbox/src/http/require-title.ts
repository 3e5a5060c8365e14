import { recordInvalid } from './errors.ts';

/** The title of a rule; 422 when there is none. */
export function requireTitle(title: string | undefined): string {
  if (title?.trim()) return title;
  throw recordInvalid({ title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }] });
}
