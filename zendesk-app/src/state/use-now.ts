import { useEffect, useState } from 'react';

/** "4 min. ago" is never older than this. */
const TICK_MS = 20_000;

/** The time in epoch seconds, renewed while the page is visible. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const update = () => {
      if (!document.hidden) setNow(Date.now());
    };
    const timer = setInterval(update, TICK_MS);
    document.addEventListener('visibilitychange', update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);

  return Math.floor(now / 1000);
}
