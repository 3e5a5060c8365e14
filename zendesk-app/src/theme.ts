import { DEFAULT_THEME } from '@zendeskgarden/react-theming';
import type { IGardenTheme } from '@zendeskgarden/react-theming';

export type ColorScheme = 'light' | 'dark';

const themes: Record<ColorScheme, IGardenTheme> = {
  light: withBase('light'),
  dark: withBase('dark'),
};

/** Garden's theme in Zendesk's scheme; Garden's own scheme provider would follow the operating system. */
export function themeFor(scheme: ColorScheme): IGardenTheme {
  return themes[scheme];
}

/** What Zendesk says a scheme is; anything else is light. */
export function colorSchemeFrom(value: unknown): ColorScheme {
  return value === 'dark' ? 'dark' : 'light';
}

function withBase(base: ColorScheme): IGardenTheme {
  return { ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base } };
}
