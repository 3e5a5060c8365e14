import type { Finding, Plan } from '@smart-assistant/shared/setup/finding.ts';
import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { Differences } from './Differences.tsx';
import { fixable } from './group-findings.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { ObjectName } from './ObjectName.tsx';
import { Box, Buttons, List, Text } from './set-up-parts.ts';
import { whyText } from './why-text.ts';

const Creations = styled(List).attrs({ as: 'ol' })`
  gap: 16px;
  margin-top: 0;
`;

interface BareAccountProps {
  plan: Plan;
  isBusy: boolean;
  onFix: (findings: readonly Finding[]) => void;
  messages: SetUpMessages;
}

/** An account without any of ours: what will be created, and one button for all of it. */
export function BareAccount({ plan, isBusy, onFix, messages }: BareAccountProps) {
  const creations = fixable(plan);
  return (
    <Box aria-label={messages.willBeCreated} style={{ maxWidth: 560 }}>
      <Creations>
        {creations.map((finding) => (
          <li key={finding.key}>
            <ObjectName object={finding.object} messages={messages} />
            <Text>{whyText(finding, messages)}</Text>
            {finding.fix.kind === 'write' && (
              <Differences write={finding.fix.write} messages={messages} />
            )}
          </li>
        ))}
      </Creations>
      <Buttons style={{ marginTop: 16 }}>
        <Button
          size="small"
          isPrimary
          isStretched
          aria-disabled={isBusy}
          onClick={() => onFix(creations)}
        >
          {messages.setUpNow}
        </Button>
      </Buttons>
    </Box>
  );
}
