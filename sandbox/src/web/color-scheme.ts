export type ColorScheme = 'light' | 'dark';

const listeners = new Set<(scheme: ColorScheme) => void>();

/** The scheme of this page; `?colorScheme=` or the last choice in this browser sets it at load. */
export function colorScheme(): ColorScheme {
  return document.documentElement.dataset['colorScheme'] === 'dark' ? 'dark' : 'light';
}

export function toggleColorScheme(): void {
  const next = colorScheme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['colorScheme'] = next;
  localStorage.setItem('colorScheme', next);
  for (const listener of listeners) listener(next);
}

export function onColorScheme(listener: (scheme: ColorScheme) => void): void {
  listeners.add(listener);
}
