import { Skeleton } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';

/** As high as a usual glance, line by line: nothing jumps when the real one arrives. */
const Lines = styled.div`
  display: flex;
  flex-direction: column;
  gap: 8px;
  min-height: 172px;
`;

const WIDTHS = ['64px', '85%', '45%', '100%', '70%', '55%'];

export function LoadingScreen() {
  const { messages } = useLanguage();
  return (
    <Lines role="status" aria-label={messages.loading}>
      {WIDTHS.map((width) => (
        <Skeleton key={width} width={width} height="16px" />
      ))}
    </Lines>
  );
}
