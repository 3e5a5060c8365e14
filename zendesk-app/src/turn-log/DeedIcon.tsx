import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { Deed } from './deed.ts';

/** Drawn in a box of 12 by 12. */
const SHAPES: Record<Deed, string> = {
  replied: 'M5 2.5 1.5 6 5 9.5M1.5 6h5a4 4 0 0 1 4 4',
  drafted: 'M2 10l.6-2.4L8.5 1.7l1.8 1.8-5.9 5.9L2 10z',
  handed_over: 'M6 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM2 10.5C2.4 8.4 4 7.5 6 7.5s3.6.9 4 3',
  stayed_silent: 'M2.5 6h7',
  ended: 'M2 6.5l2.5 2.5L10 3.5',
  would_reply:
    'M1 6s1.8-3.2 5-3.2S11 6 11 6 9.2 9.2 6 9.2 1 6 1 6zM6 7a1 1 0 1 0 0-2 1 1 0 0 0 0 2z',
  would_hand_over:
    'M1 6s1.8-3.2 5-3.2S11 6 11 6 9.2 9.2 6 9.2 1 6 1 6zM6 7a1 1 0 1 0 0-2 1 1 0 0 0 0 2z',
};

type Tone = 'success' | 'warning' | 'neutral';

const TONES: Record<Deed, Tone> = {
  replied: 'success',
  drafted: 'success',
  handed_over: 'warning',
  stayed_silent: 'neutral',
  ended: 'neutral',
  would_reply: 'neutral',
  would_hand_over: 'neutral',
};

const Disc = styled.span<{ $tone: Tone }>`
  display: grid;
  place-items: center;
  width: 20px;
  height: 20px;
  border-radius: 50%;
  background: ${({ theme, $tone }) =>
    getColor({
      theme,
      variable: $tone === 'neutral' ? 'background.subtle' : `background.${$tone}`,
    })};
  color: ${({ theme, $tone }) =>
    getColor({
      theme,
      variable: $tone === 'neutral' ? 'foreground.subtle' : `foreground.${$tone}`,
    })};
`;

/** The kind of turn at a glance; the words beside it say the same. */
export function DeedIcon({ deed }: { deed: Deed }) {
  return (
    <Disc $tone={TONES[deed]} aria-hidden>
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      >
        <path d={SHAPES[deed]} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </Disc>
  );
}
