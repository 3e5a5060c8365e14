import type { Finding, Plan } from '@smart-assistant/shared/setup/finding.ts';
import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef, useState } from 'react';
import { counted } from '../i18n/counted.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Differences } from './Differences.tsx';
import { byObject, fixable } from './group-findings.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { ObjectName } from './ObjectName.tsx';
import { Box, Buttons, Heading, List, Text } from './set-up-parts.ts';

interface FixAllProps {
  plan: Plan;
  isBusy: boolean;
  onFix: (findings: readonly Finding[]) => void;
  messages: SetUpMessages;
}

/** Mends everything at once, after a preview of every write. */
export function FixAll({ plan, isBusy, onFix, messages }: FixAllProps) {
  const { locale } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const findings = fixable(plan);
  if (findings.length === 0) return null;
  const fix = () => {
    if (isBusy) return;
    setIsOpen(false);
    onFix(findings);
  };
  const close = () => {
    setIsOpen(false);
    opener.current?.focus();
  };
  return (
    <div>
      <Button
        ref={opener}
        size="small"
        isPrimary
        aria-disabled={isBusy}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {counted(locale, messages.fixAll, findings.length)}
      </Button>
      {isOpen && <Preview {...{ findings, isBusy, messages }} onWrite={fix} onCancel={close} />}
    </div>
  );
}

interface PreviewProps {
  findings: readonly Finding[];
  isBusy: boolean;
  onWrite: () => void;
  onCancel: () => void;
  messages: SetUpMessages;
}

function Preview({ findings, isBusy, onWrite, onCancel, messages }: PreviewProps) {
  const { locale } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Box style={{ marginTop: 8 }} aria-label={messages.preview.title}>
      <Heading ref={heading} tabIndex={-1}>
        {messages.preview.title}
      </Heading>
      <Text>{messages.preview.text}</Text>
      <List style={{ gap: 16 }}>
        {byObject(findings).map(({ object, findings: ofObject }) => (
          <li key={ofObject[0]!.key}>
            <ObjectName object={object} messages={messages} />
            {ofObject.map(
              ({ key, fix }) =>
                fix.kind === 'write' && (
                  <Differences key={key} write={fix.write} messages={messages} />
                ),
            )}
          </li>
        ))}
      </List>
      <Buttons style={{ marginTop: 16 }}>
        <Button size="small" isPrimary aria-disabled={isBusy} onClick={onWrite}>
          {counted(locale, messages.writeNow, byObject(findings).length)}
        </Button>
        <Button size="small" isNeutral onClick={onCancel}>
          {messages.cancel}
        </Button>
      </Buttons>
    </Box>
  );
}
