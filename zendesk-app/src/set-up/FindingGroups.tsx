import type { Finding, Plan } from '@smart-assistant/shared/setup/finding.ts';
import { FindingItem } from './FindingItem.tsx';
import { groupFindings } from './group-findings.ts';
import type { ObjectFindings } from './group-findings.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { ObjectName } from './ObjectName.tsx';
import { Box, Columns, Heading, List, SmallHeading, Text } from './set-up-parts.ts';

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
            <ObjectName object={object} messages={rest.messages} />
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
