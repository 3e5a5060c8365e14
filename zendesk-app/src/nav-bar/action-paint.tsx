import type { Action } from '@smart-assistant/shared/reasons.ts';
import { getColor } from '@zendeskgarden/react-theming';
import type { IGardenTheme } from '@zendeskgarden/react-theming';
import { useTheme } from 'styled-components';

interface Paint {
  hue: string;
  /** Lines over the colour, in a tile of 6 by 6: shapes tell the actions apart where colours do not. */
  lines: string;
}

const PAINTS: Record<Action, Paint> = {
  replied: { hue: 'green', lines: '' },
  drafted: { hue: 'blue', lines: 'M-1 7 7-1M-1 1 1-1M5 7 7 5' },
  observed: { hue: 'purple', lines: 'M1 1h1.5M4 4h1.5' },
  handed_over: { hue: 'orange', lines: 'M0 5.5h6' },
  stayed_silent: { hue: 'grey', lines: '' },
  ended: { hue: 'grey', lines: 'M0 3h6M3 0v6' },
};

/** An action's plain colour; each stands out from both backgrounds by 3 to 1. */
export function colorOf(theme: IGardenTheme, action: Action): string {
  const { hue } = PAINTS[action];
  return getColor({
    theme,
    light: { hue, shade: action === 'stayed_silent' ? 600 : 700 },
    dark: { hue, shade: action === 'stayed_silent' ? 600 : 500 },
  });
}

/** The fills of all actions, once per drawing; `id` keeps drawings apart. */
export function ActionPatterns({ id }: { id: string }) {
  const theme = useTheme();
  const background = getColor({ theme, variable: 'background.default' });
  return (
    <defs>
      {(Object.keys(PAINTS) as Action[]).map((action) => (
        <pattern
          key={action}
          id={`${id}-${action}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
        >
          <rect width="6" height="6" fill={colorOf(theme, action)} />
          <path d={PAINTS[action].lines} stroke={background} strokeWidth="1" fill="none" />
        </pattern>
      ))}
    </defs>
  );
}

export const fillOf = (id: string, action: Action) => `url(#${id}-${action})`;
