import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { useFeatureMessages } from '../i18n/use-language.ts';
import { findingReasons, reasonByCode } from './finding-reasons.ts';
import type { FindingReasons } from './finding-reasons.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { Faded } from './page-parts.ts';

const List = styled.ul`
  display: grid;
  gap: 12px;
  margin: 12px 0;
  padding: 0;
  list-style: none;
`;

const Name = styled.div`
  display: flex;
  gap: 8px;
  align-items: center;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  overflow-wrap: anywhere;

  > :first-child {
    flex: none;
  }
`;

type Finding = OverviewResponse['setup']['findings'][number];

const HUES: Record<Finding['severity'], string> = {
  broken: 'red',
  degraded: 'yellow',
  advice: 'grey',
};

interface SetUpFindingsProps {
  findings: Finding[];
  messages: NavBarMessages;
}

/** What is not as it should be, by its name in the account; why it matters follows when its words are here. */
export function SetUpFindings(props: SetUpFindingsProps) {
  return (
    <ErrorBoundary fallback={<FindingList {...props} />}>
      <ExplainedFindings {...props} />
    </ErrorBoundary>
  );
}

function ExplainedFindings(props: SetUpFindingsProps) {
  return <FindingList {...props} reasons={useFeatureMessages(findingReasons)} />;
}

interface FindingListProps extends SetUpFindingsProps {
  reasons?: FindingReasons | undefined;
}

function FindingList({ findings, messages, reasons = {} }: FindingListProps) {
  return (
    <List>
      {findings.map(({ code, severity, object }) => {
        const reason = reasonByCode(reasons, code);
        return (
          <li key={`${object} ${code}`}>
            <Name>
              <Tag hue={HUES[severity]} size="small">
                <span>{messages.severities[severity]}</span>
              </Tag>
              <span>{object}</span>
            </Name>
            {reason && <Faded>{reason}</Faded>}
          </li>
        );
      })}
    </List>
  );
}
