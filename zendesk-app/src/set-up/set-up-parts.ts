import type { Severity } from '@smart-assistant/shared/setup/finding.ts';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

export const Stack = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 12px;

  /* As high as a small button of Garden's, and in two lines where a language or a zoom needs them. */
  button {
    height: auto;
    min-height: 32px;
    padding-block: 5px;
    line-height: 20px;
    white-space: normal;
  }
`;

/** One column beside a ticket, several where there is room. */
export const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr));
  gap: 12px;
  align-items: start;
`;

export const Box = styled.section`
  min-width: 0;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 12px;
`;

export const Heading = styled.h3`
  margin: 0;
  outline: none;
  font-size: inherit;
  line-height: inherit;
`;

export const SmallHeading = styled.h4`
  margin: 0;
  outline: none;
  font-size: inherit;
  line-height: inherit;
`;

export const Text = styled.p`
  margin: 4px 0 0;
`;

export const Faded = styled.span`
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`;

export const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  align-items: center;
`;

/** Buttons under what they are about. */
export const Buttons = styled(Row)`
  margin-top: 8px;
`;

export const List = styled.ul`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 8px;
  margin: 8px 0 0;
  padding: 0;
  list-style: none;
`;

/** What Zendesk writes: ids, names of its API, bodies. It is never mirrored, and may break anywhere. */
export const Code = styled.code`
  direction: ltr;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`;

const HUES: Record<Severity, string> = {
  broken: 'dangerHue',
  degraded: 'warningHue',
  advice: 'neutralHue',
};

/** Looks as Garden's tag does; Garden's own brings a colour library that nothing else here needs. */
export const SeverityTag = styled.span<{ $severity: Severity }>`
  display: inline-block;
  padding: 0 8px;
  border-radius: 100px;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 20px;
  background: ${({ theme, $severity }) =>
    getColor({ theme, hue: HUES[$severity], light: { shade: 200 }, dark: { shade: 900 } })};
  color: ${({ theme, $severity }) =>
    getColor({ theme, hue: HUES[$severity], light: { shade: 900 }, dark: { shade: 200 } })};
`;

export const Details = styled.details`
  margin-top: 4px;

  summary {
    cursor: pointer;
    border-radius: ${({ theme }) => theme.borderRadii.sm};
    &:focus-visible {
      outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
      outline-offset: 1px;
    }
  }
`;
