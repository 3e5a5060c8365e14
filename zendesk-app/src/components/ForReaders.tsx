import styled from 'styled-components';

/** Seen by nobody, read out by screen readers. */
export const ForReaders = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;
