import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

export const FadedText = styled.p`
  margin: 0;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

export const Footing = styled.div`
  margin-block: 8px;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-size: 12px;
  line-height: 16px;
`;

/** Seen by nobody, read out by screen readers. */
export const ForReaders = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;
