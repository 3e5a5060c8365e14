import { getColor } from '@zendeskgarden/react-theming';
import styled, { css } from 'styled-components';

export const Card = styled.section`
  min-width: 0;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  border-radius: 8px;
  padding: 16px 20px;
`;

export const CardTitle = styled.h2`
  margin: 0 0 12px;
  font-size: 16px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 24px;
`;

export const Faded = styled.p`
  margin: 0;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

export const focusRing = css`
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: 1px;
  }
`;

export const Choice = styled.select`
  height: 32px;
  max-width: 260px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 0 4px;
  background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  color: inherit;
  font: inherit;
  ${focusRing}
`;

/** Wide tables scroll in themselves; the page never does sideways. */
export const TableBox = styled.div`
  overflow-x: auto;
  ${focusRing}
`;

export const Table = styled.table`
  width: 100%;
  border-collapse: collapse;

  th,
  td {
    border-bottom: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
    padding: 6px 12px 6px 0;
    text-align: start;
    vertical-align: top;
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }
  thead th {
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    font-size: 12px;
    white-space: nowrap;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .short {
    white-space: nowrap;
  }
`;
