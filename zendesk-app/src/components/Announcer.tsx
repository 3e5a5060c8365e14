import { useEffect, useRef } from 'react';
import { ForReaders } from './ForReaders.tsx';

/** Reads `text` out when it changes; what was there from the start is found by reading the page. */
export function Announcer({ text }: { text: string }) {
  const region = useRef<HTMLSpanElement>(null);
  const last = useRef<string>(undefined);

  useEffect(() => {
    if (last.current !== undefined && last.current !== text && region.current) {
      region.current.textContent = text;
    }
    last.current = text;
  }, [text]);

  return <ForReaders ref={region} role="status" />;
}
