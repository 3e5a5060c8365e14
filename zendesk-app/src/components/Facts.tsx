import { getColor } from '@zendeskgarden/react-theming';
import type { ReactNode } from 'react';
import styled from 'styled-components';

const List = styled.dl`
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 8px 12px;
  margin: 0;
`;

const Label = styled.dt`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

const Value = styled.dd`
  min-width: 0;
  margin: 0;
  overflow-wrap: break-word;
`;

/** Label and value, row by row. */
export function Facts({ children }: { children: ReactNode }) {
  return <List>{children}</List>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <Label>{label}</Label>
      <Value>{children}</Value>
    </>
  );
}
