import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { useRef } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { Activity } from './Activity.tsx';
import { BareAccount } from './BareAccount.tsx';
import { DeedReport } from './DeedReport.tsx';
import { FindingGroups } from './FindingGroups.tsx';
import { FixAll } from './FixAll.tsx';
import { standingOf, withoutFixable } from './group-findings.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { PassedList } from './PassedList.tsx';
import type { AssistantAddress } from './set-up.ts';
import { Heading, Stack, Text } from './set-up-parts.ts';
import { UndoList } from './UndoList.tsx';
import { useSetUp } from './use-set-up.ts';

interface SetUpBodyProps {
  zendesk: Zendesk;
  address: AssistantAddress;
  onSettings: (() => void) | undefined;
  messages: SetUpMessages;
}

export function SetUpBody({ zendesk, address, onSettings, messages }: SetUpBodyProps) {
  const { view, actions } = useSetUp(zendesk, address, onSettings);
  const heading = useRef<HTMLHeadingElement>(null);
  const { plan, deed, activity } = view;
  const isBusy = activity !== 'idle';
  const standing = plan && standingOf(plan);
  /** Whatever was clicked may be gone when the work is done: the focus waits where the work is told of. */
  const act = (work: () => Promise<void>) => {
    if (isBusy) return;
    heading.current?.focus();
    void work();
  };
  const fix = (findings: readonly Finding[]) => act(() => actions.fix(findings));

  return (
    <Stack>
      <div>
        {standing && (
          <Heading ref={heading} tabIndex={-1}>
            {messages.standings[standing].title}
          </Heading>
        )}
        {standing && <Text>{messages.standings[standing].text}</Text>}
        <Activity view={view} messages={messages} />
      </div>
      {deed && <DeedReport deed={deed} messages={messages} />}
      {plan && standing !== 'not_admin' && (
        <>
          {standing === 'bare' ? (
            <BareAccount plan={plan} isBusy={isBusy} onFix={fix} messages={messages} />
          ) : (
            <FixAll plan={plan} isBusy={isBusy} onFix={fix} messages={messages} />
          )}
          <FindingGroups
            plan={standing === 'bare' ? withoutFixable(plan) : plan}
            isBusy={isBusy}
            onFix={fix}
            messages={messages}
          />
          <UndoList
            steps={view.undo}
            isBusy={isBusy}
            onUndo={(path) => act(() => actions.undo(path))}
            messages={messages}
          />
          <PassedList passed={plan.passed} messages={messages} />
        </>
      )}
      {plan && (
        <div>
          <Button size="small" isNeutral aria-disabled={isBusy} onClick={() => act(actions.check)}>
            {messages.checkAgain}
          </Button>
        </div>
      )}
    </Stack>
  );
}
