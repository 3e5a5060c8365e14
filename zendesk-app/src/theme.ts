import { DEFAULT_THEME } from '@zendeskgarden/react-theming';
import type { IGardenTheme } from '@zendeskgarden/react-theming';
import type { Direction } from './i18n/language.ts';

export type ColorScheme = 'light' | 'dark';

const themes = {
  ltr: { light: themeWith('light', false), dark: themeWith('dark', false) },
  rtl: { light: themeWith('light', true), dark: themeWith('dark', true) },
} satisfies Record<Direction, Record<ColorScheme, IGardenTheme>>;

/** Garden's theme in Zendesk's scheme; Garden's own scheme provider would follow the operating system. */
export function themeFor(scheme: ColorScheme, direction: Direction): IGardenTheme {
  return themes[direction][scheme];
}

/** What Zendesk says a scheme is; anything else is light. */
export function colorSchemeFrom(value: unknown): ColorScheme {
  return value === 'dark' ? 'dark' : 'light';
}

function themeWith(base: ColorScheme, rtl: boolean): IGardenTheme {
  return { ...DEFAULT_THEME, rtl, colors: { ...DEFAULT_THEME.colors, base } };
}
