import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { plainText } from './plain-text.ts';

const Quote = styled.blockquote`
  max-height: 200px;
  margin: 0;
  border-inline-start: 3px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  padding-inline-start: 8px;
  overflow-y: auto;
  white-space: pre-line;
`;

/** What the assistant wrote into the ticket: its words, never its markup. */
export function Written({ text }: { text: string }) {
  // Scrolls when it is long: without a tab stop keyboards could not.
  return <Quote tabIndex={0}>{plainText(text)}</Quote>;
}
