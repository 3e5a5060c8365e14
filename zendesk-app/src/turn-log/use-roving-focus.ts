import { useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

/** Marks the element of each item that takes the focus; its value is the item's key. */
export const ROVING = 'data-roving';

/**
 * One tab stop for a long list: arrows, Home and End move within it. `keys` are the items in order; the item
 * that had the focus last, or else the first, is the tab stop.
 */
export function useRovingFocus(keys: readonly string[]) {
  const [last, setLast] = useState<string>();
  const current = last !== undefined && keys.includes(last) ? last : keys[0];

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const key = (event.target as HTMLElement).getAttribute(ROVING);
    if (key === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = keys[targetOf(event.key, keys.indexOf(key), keys.length)];
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[${ROVING}="${CSS.escape(next)}"]`)?.focus();
  }

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const key = target.getAttribute(ROVING);
    if (key !== null) setLast(key);
  }

  return { current, onKeyDown, onFocus };
}

/** The index to go to; -1 when the key moves nothing. */
function targetOf(key: string, from: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, count - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
