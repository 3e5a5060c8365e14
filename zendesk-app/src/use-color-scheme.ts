import { useEffect, useLayoutEffect, useState } from 'react';
import { colorSchemeFrom } from './theme.ts';
import type { ColorScheme } from './theme.ts';
import type { Zendesk } from './zaf/zendesk.ts';

/** Zendesk's colour scheme, as it changes. The page's address carries the first one, so nothing flashes. */
export function useColorScheme(zendesk: Zendesk | undefined): ColorScheme {
  const [changed, setChanged] = useState<ColorScheme>();

  useEffect(
    () => zendesk?.on('colorScheme.changed', (value) => setChanged(colorSchemeFrom(value))),
    [zendesk],
  );

  const fromAddress = new URLSearchParams(window.location.search).get('colorScheme');
  const scheme = changed ?? colorSchemeFrom(zendesk?.colorScheme ?? fromAddress);

  // A scheme that differs from the host's makes browsers paint the frame opaque.
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);

  return scheme;
}
