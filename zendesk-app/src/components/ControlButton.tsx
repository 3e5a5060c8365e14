import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';
import type { Control } from '../state/control.ts';
import { useControl } from '../state/use-control.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

const Place = styled.div`
  margin-top: 16px;
`;

const Failure = styled.p`
  margin: 8px 0 0;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.danger' })};
`;

interface ControlButtonProps {
  zendesk: Zendesk;
  ticketId: string;
  control: Control;
  onDone: () => Promise<void>;
}

/** What the agent can tell the assistant now. It stays the same button when it turns into its undo: the focus stays. */
export function ControlButton({ zendesk, ticketId, control, onDone }: ControlButtonProps) {
  const { messages } = useLanguage();
  const { isRunning, failure, run } = useControl(zendesk, ticketId, onDone);
  return (
    <Place>
      {/* Disabled for the eye and the screen reader only: a really disabled button would lose the focus. */}
      <Button size="small" aria-disabled={isRunning} onClick={() => run(control)}>
        {isRunning ? messages.saving : messages.controls[control]}
      </Button>
      <div role="alert">{failure && <Failure>{messages.controlFailures[failure]}</Failure>}</div>
    </Place>
  );
}
