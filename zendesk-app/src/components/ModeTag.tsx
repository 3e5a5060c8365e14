import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';

const HUES: Record<Mode, string> = {
  assistant: 'successHue',
  handoff: 'warningHue',
  agent: 'primaryHue',
  paused: 'neutralHue',
  ended: 'neutralHue',
};

/** Looks as Garden's tag does; Garden's own brings a colour library that nothing else here needs. */
const Pill = styled.span<{ $mode: Mode }>`
  display: inline-block;
  box-sizing: border-box;
  max-width: 100%;
  padding: 0 8px;
  border-radius: 100px;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 20px;
  background: ${({ theme, $mode }) =>
    getColor({ theme, hue: HUES[$mode], light: { shade: 200 }, dark: { shade: 900 } })};
  color: ${({ theme, $mode }) =>
    getColor({ theme, hue: HUES[$mode], light: { shade: 900 }, dark: { shade: 200 } })};
`;

/** Who has the ticket, in one or two words and a colour. */
export function ModeTag({ mode }: { mode: Mode }) {
  const { messages } = useLanguage();
  return <Pill $mode={mode}>{messages.modes[mode]}</Pill>;
}
