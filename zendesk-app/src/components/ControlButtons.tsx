import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { useLanguage } from '../i18n/use-language.ts';
import { controlsFor } from '../state/control.ts';
import type { Control } from '../state/control.ts';
import type { Controls } from '../state/use-controls.ts';

const Place = styled.div`
  margin-top: 16px;
`;

export const ButtonRow = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

const Failure = styled.p`
  margin: 8px 0 0;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.danger' })};
`;

/** What the agent can tell the assistant now; `children` stand beside it in the row. */
export function ControlButtons({
  controls,
  children,
}: {
  controls: Controls;
  children?: ReactNode;
}) {
  const { messages } = useLanguage();
  const { shown, takeover, failure } = controls;
  const { first, second } = controlsFor(shown.reading, shown.ticket.tags, takeover);
  if (!first && !second && !children) return null;
  return (
    <Place>
      <ButtonRow role="group" aria-label={messages.controlsLabel}>
        {/* The keys are places, not controls: a button that turns into its undo keeps the focus. */}
        {first && <ControlButton key="first" control={first} controls={controls} />}
        {second && (
          <ControlButton key="second" control={second} controls={controls} isNeutral={!!first} />
        )}
        {children}
      </ButtonRow>
      <div role="alert">{failure && <Failure>{messages.controlFailures[failure]}</Failure>}</div>
    </Place>
  );
}

interface ControlButtonProps {
  control: Control;
  controls: Controls;
  /** One button of the row stands out: what is likeliest wanted. */
  isNeutral?: boolean;
}

function ControlButton({ control, controls, isNeutral = false }: ControlButtonProps) {
  const { messages } = useLanguage();
  const { running, run } = controls;
  const isFresh = useFresh(control);
  const isDisabled = running !== undefined || isFresh;
  const own = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = own.current;
    return () => passFocusOn(button);
  }, []);
  return (
    // Disabled for the eye and the screen reader only: a really disabled button would lose the focus.
    <Button
      ref={own}
      size="small"
      isNeutral={isNeutral}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) run(control);
      }}
    >
      {messages.controls[control]}
    </Button>
  );
}

/** To another control: a place that has nothing to offer any more must not take the focus along. */
function passFocusOn(from: HTMLButtonElement | null): void {
  if (from === null || document.activeElement !== from) return;
  const others = from.parentElement?.querySelectorAll('button') ?? [];
  [...others].find((button) => button !== from)?.focus();
}

/** As long as a hand that is about to click needs to stop. */
const FRESH_MS = 600;

/**
 * Whether `control` has just taken another's place: a colleague's click may turn "Take over" into "Hand back"
 * under the mouse.
 */
function useFresh(control: Control): boolean {
  const [settled, setSettled] = useState(control);

  useEffect(() => {
    if (settled === control) return;
    const timer = setTimeout(() => setSettled(control), FRESH_MS);
    return () => clearTimeout(timer);
  }, [control, settled]);

  return settled !== control;
}
