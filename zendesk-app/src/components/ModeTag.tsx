import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import { Tag } from '@zendeskgarden/react-tags';
import { useLanguage } from '../i18n/use-language.ts';

const HUES: Record<Mode, string> = {
  assistant: 'green',
  handoff: 'yellow',
  agent: 'blue',
  paused: 'grey',
  ended: 'grey',
};

/** Who has the ticket, in one or two words and a colour. */
export function ModeTag({ mode }: { mode: Mode }) {
  const { messages } = useLanguage();
  return (
    <Tag hue={HUES[mode]} isPill>
      <span>{messages.modes[mode]}</span>
    </Tag>
  );
}
