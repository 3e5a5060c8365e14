import { getColor } from '@zendeskgarden/react-theming';
import styled, { createGlobalStyle } from 'styled-components';

/** What Garden's components leave to the page. */
export const PageStyle = createGlobalStyle`
  body {
    margin: 0;
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font: 14px/20px ${({ theme }) => theme.fonts.system};
    overflow-wrap: break-word;
  }
  h1 {
    margin: 0;
  }
  /* English words in a mirrored page: each text keeps its own direction, its full stop stays behind it. */
  [dir='rtl'] body * {
    unicode-bidi: plaintext;
  }
  [dir='rtl'] body {
    text-align: right;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
    }
  }
`;

export const Page = styled.main`
  box-sizing: border-box;
  padding: 12px;
`;
