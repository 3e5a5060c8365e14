import type { Difference, PlannedWrite } from '@smart-assistant/shared/setup/finding.ts';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { SetUpMessages } from './messages/messages.ts';
import { ForReaders } from '../components/ForReaders.tsx';
import { Code, Details, Faded } from './set-up-parts.ts';
import { wordDifference } from './word-difference.ts';

const Fields = styled.dl`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 2px;
  margin: 8px 0 0;

  dt {
    margin-top: 4px;
  }
  dd {
    min-width: 0;
    margin: 0;
  }
`;

const marked = (hue: string) => styled.span`
  background: ${({ theme }) =>
    getColor({ theme, hue, light: { shade: 100 }, dark: { shade: 1000 } })};
  color: ${({ theme }) => getColor({ theme, hue, light: { shade: 800 }, dark: { shade: 300 } })};
`;

const Removed = styled(marked('dangerHue')).attrs({ as: 'del' })``;
const Added = styled(marked('successHue')).attrs({ as: 'ins' })`
  text-decoration: none;

  del + & {
    margin-inline-start: 4px;
  }
`;

interface DifferencesProps {
  write: PlannedWrite;
  messages: SetUpMessages;
}

/** What a write changes, field by field; what it creates is folded away, for it is long and all new. */
export function Differences({ write: { verb, differences }, messages }: DifferencesProps) {
  const fields = (
    <Fields>
      {differences.map((difference) => (
        <Field key={difference.field} difference={difference} messages={messages} />
      ))}
    </Fields>
  );
  if (verb === 'update') return fields;
  return (
    <Details>
      <summary>{messages.willBeCreated}</summary>
      {fields}
    </Details>
  );
}

interface FieldProps {
  difference: Difference;
  messages: SetUpMessages;
}

function Field({ difference: { field, before, after }, messages }: FieldProps) {
  return (
    <>
      <dt>
        <Faded>
          <Code>{field}</Code>
        </Faded>
      </dt>
      <dd>
        <Code>
          {before === undefined ? (
            after || messages.nothing
          ) : (
            <Change before={before} after={after} messages={messages} />
          )}
        </Code>
      </dd>
    </>
  );
}

function Change({
  before,
  after,
  messages,
}: {
  before: string;
  after: string;
  messages: SetUpMessages;
}) {
  return wordDifference(before, after).map(({ kind, text }, index) => {
    if (kind === 'same') return text;
    const Mark = kind === 'removed' ? Removed : Added;
    return (
      <Mark key={index}>
        <ForReaders>{messages[kind]} </ForReaders>
        {text}
      </Mark>
    );
  });
}
