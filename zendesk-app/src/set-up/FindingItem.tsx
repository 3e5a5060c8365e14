import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { fill } from '../i18n/language.ts';
import { Differences } from './Differences.tsx';
import type { SetUpMessages } from './messages/messages.ts';
import { Buttons, Code, Faded, SeverityTag, Text } from './set-up-parts.ts';
import { placeText, whyText } from './why-text.ts';

const Item = styled.li`
  & + & {
    margin-top: 4px;
  }
`;

interface FindingItemProps {
  finding: Finding;
  isBusy: boolean;
  onFix: (findings: readonly Finding[]) => void;
  messages: SetUpMessages;
}

/** One thing that is not as it should be: how bad, why it matters, what differs, and the way out. */
export function FindingItem({ finding, isBusy, onFix, messages }: FindingItemProps) {
  const { severity, fix, object } = finding;
  return (
    <Item>
      <SeverityTag $severity={severity}>{messages.severities[severity]}</SeverityTag>
      <Text>{whyText(finding, messages)}</Text>
      {fix.kind === 'write' ? (
        <>
          <Differences write={fix.write} messages={messages} />
          <Buttons>
            <Button
              size="small"
              isNeutral
              aria-disabled={isBusy}
              aria-label={fill(messages.fixNamed, { object: object.name })}
              onClick={() => onFix([finding])}
            >
              {messages.fix}
            </Button>
          </Buttons>
        </>
      ) : (
        <>
          <ExpectedAndActual finding={finding} messages={messages} />
          <Text>
            <Faded>{messages.onlyYou}</Faded> {placeText(fix.place, messages)}
          </Text>
        </>
      )}
    </Item>
  );
}

function ExpectedAndActual({ finding, messages }: Pick<FindingItemProps, 'finding' | 'messages'>) {
  const { field, expected, actual } = finding;
  if (expected === undefined && actual === undefined) return null;
  return (
    <Text>
      {field && <Code>{field} </Code>}
      {actual !== undefined && (
        <span>
          <Faded>{messages.is}:</Faded> <Code>{actual || messages.nothing}</Code>{' '}
        </span>
      )}
      {expected !== undefined && (
        <span>
          <Faded>{messages.shouldBe}:</Faded> <Code>{expected || messages.nothing}</Code>
        </span>
      )}
    </Text>
  );
}
