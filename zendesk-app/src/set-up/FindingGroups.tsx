import type { Finding, Plan } from '@smart-assistant/shared/setup/finding.ts';
import styled from 'styled-components';
import { FindingItem } from './FindingItem.tsx';
import { groupFindings, isAboutList } from './group-findings.ts';
import type { ObjectFindings } from './group-findings.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { ObjectName } from './ObjectName.tsx';
import { PART_OF } from './part-of.ts';
import { Box, Columns, Heading, List, SmallHeading, Text } from './set-up-parts.ts';

/** Named as in the middle of a sentence, and standing at the beginning of a line. */
const ListName = styled.strong`
  display: inline-block;

  &::first-letter {
    text-transform: uppercase;
  }
`;

interface FindingGroupsProps {
  plan: Plan;
  isBusy: boolean;
  onFix: (findings: readonly Finding[]) => void;
  messages: SetUpMessages;
}

/** Everything found, object by object: ours first, then what others do in this account. */
export function FindingGroups({ plan, ...rest }: FindingGroupsProps) {
  const { own, others } = groupFindings(plan);
  const { title, text } = rest.messages.others;
  return (
    <>
      {own.length > 0 && <Groups groups={own} {...rest} />}
      {others.length > 0 && (
        <>
          <div>
            <Heading>{title}</Heading>
            <Text>{text}</Text>
          </div>
          <Groups groups={others} {...rest} />
        </>
      )}
    </>
  );
}

interface GroupsProps extends Omit<FindingGroupsProps, 'plan'> {
  groups: ObjectFindings[];
}

function Groups({ groups, ...rest }: GroupsProps) {
  return (
    <Columns>
      {groups.map(({ object, findings }) => (
        <Box key={findings[0]!.key} aria-label={object.name}>
          <SmallHeading>
            {isAboutList(findings) ? (
              <ListName>{rest.messages.parts[PART_OF[object.kind]]}</ListName>
            ) : (
              <ObjectName object={object} messages={rest.messages} />
            )}
          </SmallHeading>
          <List>
            {findings.map((finding) => (
              <FindingItem key={finding.key} finding={finding} {...rest} />
            ))}
          </List>
        </Box>
      ))}
    </Columns>
  );
}
