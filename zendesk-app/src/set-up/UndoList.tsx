import type { UndoStep } from '@smart-assistant/shared/setup/applied.ts';
import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { fill } from '../i18n/language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { ObjectName } from './ObjectName.tsx';
import { Box, Buttons, Heading, List, Text } from './set-up-parts.ts';

const Line = styled.li`
  display: flex;
  gap: 8px;
  align-items: baseline;
  justify-content: space-between;

  span {
    min-width: 0;
  }
  button {
    flex: none;
  }
`;

interface UndoListProps {
  steps: UndoStep[];
  isBusy: boolean;
  onUndo: (path?: string) => void;
  messages: SetUpMessages;
}

/** Every object that was written to, each with its way back. */
export function UndoList({ steps, isBusy, onUndo, messages }: UndoListProps) {
  if (steps.length === 0) return null;
  const objects = [...new Map(steps.map((step) => [step.path, step.object])).entries()];
  return (
    <Box aria-label={messages.changes.title}>
      <Heading>{messages.changes.title}</Heading>
      <Text>{messages.changes.text}</Text>
      <List>
        {objects.map(([path, object]) => (
          <Line key={path}>
            <span>
              <ObjectName object={object} messages={messages} />
            </span>
            <Button
              size="small"
              isBasic
              aria-disabled={isBusy}
              aria-label={fill(messages.undoNamed, { object: object.name })}
              onClick={() => onUndo(path)}
            >
              {messages.undo}
            </Button>
          </Line>
        ))}
      </List>
      {objects.length > 1 && (
        <Buttons>
          <Button size="small" isNeutral aria-disabled={isBusy} onClick={() => onUndo()}>
            {messages.undoAll}
          </Button>
        </Buttons>
      )}
    </Box>
  );
}
