import { useEffect, useRef } from 'react';
import styled from 'styled-components';

/** Seen by nobody, read out by screen readers. */
const Hidden = styled.div`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** Reads `text` out when it changes; what was there from the start is found by reading the page. */
export function Announcer({ text }: { text: string }) {
  const region = useRef<HTMLDivElement>(null);
  const last = useRef<string>(undefined);

  useEffect(() => {
    if (last.current !== undefined && last.current !== text && region.current) {
      region.current.textContent = text;
    }
    last.current = text;
  }, [text]);

  return <Hidden ref={region} role="status" />;
}
