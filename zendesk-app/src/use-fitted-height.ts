import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Zendesk } from './zaf/zendesk.ts';

/** Keeps the app's frame exactly as high as `element`, so that nothing is cut off and nothing scrolls. */
export function useFittedHeight(
  zendesk: Zendesk | undefined,
  element: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const target = element.current;
    if (!zendesk || !target) return;
    let last = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(target.getBoundingClientRect().height);
      if (height === last) return;
      last = height;
      zendesk.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => undefined);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [zendesk, element]);
}
