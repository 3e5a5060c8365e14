import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { lazy, useState } from 'react';
import styled from 'styled-components';
import { LazyPart } from '../components/LazyPart.tsx';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useNow } from '../state/use-now.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { Card, CardTitle, Faded } from './page-parts.ts';

const SetUpPanel = lazy(async () => ({
  default: (await import('../set-up/SetUpPanel.tsx')).SetUpPanel,
}));

const List = styled.ul`
  display: grid;
  gap: 8px;
  margin: 12px 0;
  padding: 0;
  list-style: none;

  li {
    display: flex;
    gap: 8px;
    align-items: center;
  }
`;

const Footer = styled.div`
  margin-top: 12px;
`;

type Health = OverviewResponse['setup'];

const HUES: Record<Health['findings'][number]['severity'], string> = {
  broken: 'red',
  degraded: 'yellow',
  advice: 'grey',
};

interface SetUpHealthProps {
  zendesk: Zendesk;
  settings: AppSettings;
  health: Health;
  messages: NavBarMessages;
}

/** What the server last found when it compared the account with what it needs, and the way to mend it. */
export function SetUpHealth({ zendesk, settings, health, messages }: SetUpHealthProps) {
  const { locale } = useLanguage();
  const now = useNow();
  const [isOpen, setIsOpen] = useState(false);
  const { status, findings, checkedAt } = health;
  return (
    <Card aria-label={messages.setUp} data-is-wide={isOpen}>
      <CardTitle>{messages.setUp}</CardTitle>
      <div>{messages.setUpStates[status]}</div>
      {checkedAt !== undefined && (
        <Faded>{fill(messages.checkedAt, { at: momentText(locale, checkedAt / 1000, now) })}</Faded>
      )}
      {findings.length > 0 && (
        <List>
          {findings.map(({ code, severity, object }) => (
            <li key={`${object} ${code}`}>
              <Tag hue={HUES[severity]} size="small">
                <span>{messages.severities[severity]}</span>
              </Tag>
              <span>
                {object.replaceAll('_', ' ')}: {code.replaceAll('_', ' ')}
              </span>
            </li>
          ))}
        </List>
      )}
      <Footer>
        <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? messages.closeSetUp : messages.openSetUp}
        </Button>
      </Footer>
      {isOpen && (
        <Footer>
          <LazyPart>
            <SetUpPanel zendesk={zendesk} settings={settings} />
          </LazyPart>
        </Footer>
      )}
    </Card>
  );
}
