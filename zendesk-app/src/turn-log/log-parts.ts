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
