import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { lazy, useState } from 'react';
import styled from 'styled-components';
import { LazyPart } from '../components/LazyPart.tsx';
import { fill } from '../i18n/language.ts';
import { momentText } from '../i18n/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useNow } from '../state/use-now.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import type { NavBarMessages } from './messages/messages.ts';
import { SetUpFindings } from './SetUpFindings.tsx';
import { Card, CardTitle, Faded } from './page-parts.ts';

const SetUpPanel = lazy(async () => ({
  default: (await import('../set-up/SetUpPanel.tsx')).SetUpPanel,
}));

const Footer = styled.div`
  margin-top: 12px;
`;

type Health = OverviewResponse['setup'];

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
      {findings.length > 0 && <SetUpFindings findings={findings} messages={messages} />}
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
