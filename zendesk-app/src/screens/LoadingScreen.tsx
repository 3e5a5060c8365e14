import { Skeleton } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';

const Bars = styled.div`
  display: flex;
  flex-direction: column;
`;

const Bar = styled.div<{ $gap: number }>`
  display: flex;
  gap: 12px;
  margin-top: ${({ $gap }) => $gap}px;
`;

/** Heights and gaps of a usual glance, from its mode to its foot: nothing jumps when the real one arrives. */
const ROWS: { widths: string[]; height: number; gap: number }[] = [
  { widths: ['76px'], height: 20, gap: 0 },
  { widths: ['85%'], height: 20, gap: 6 },
  { widths: ['35%'], height: 20, gap: 4 },
  { widths: ['95%'], height: 16, gap: 8 },
  { widths: ['72px', '30%'], height: 16, gap: 20 },
  { widths: ['72px', '25%'], height: 16, gap: 12 },
  { widths: ['72px', '60%'], height: 36, gap: 12 },
  { widths: ['72px', '25%'], height: 16, gap: 12 },
  { widths: ['72px', '10%'], height: 16, gap: 12 },
  { widths: ['82px', '138px'], height: 32, gap: 18 },
  { widths: ['122px'], height: 32, gap: 8 },
  { widths: ['60%'], height: 16, gap: 18 },
  { widths: ['58px', '64px'], height: 32, gap: 6 },
  { widths: ['100%'], height: 16, gap: 29 },
  { widths: ['70%'], height: 12, gap: 26 },
];

export function LoadingScreen() {
  const { messages } = useLanguage();
  return (
    <Bars role="status" aria-label={messages.loading}>
      {ROWS.map(({ widths, height, gap }, row) => (
        <Bar key={row} $gap={gap}>
          {widths.map((width) => (
            <Skeleton key={width} width={width} height={`${height}px`} />
          ))}
        </Bar>
      ))}
    </Bars>
  );
}
