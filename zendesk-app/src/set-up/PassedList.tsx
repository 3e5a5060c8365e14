import type { Passed } from '@smart-assistant/shared/setup/finding.ts';
import { counted } from '../i18n/counted.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { ObjectName } from './ObjectName.tsx';
import { Details, List } from './set-up-parts.ts';

/** What was looked at and is fine: a number, and what it stands for on a click. */
export function PassedList({ passed, messages }: { passed: Passed[]; messages: SetUpMessages }) {
  const { locale } = useLanguage();
  if (passed.length === 0) return null;
  return (
    <Details>
      <summary>{counted(locale, messages.passedCount, passed.length)}</summary>
      <List>
        {passed.map(({ object, check }) => (
          <li key={`${check} ${object.kind} ${object.id}`}>
            <span aria-hidden>✓ </span>
            {check !== 'no_other_writers' && (
              <>
                <ObjectName object={object} messages={messages} />:{' '}
              </>
            )}
            {messages.passed[check]}
          </li>
        ))}
      </List>
    </Details>
  );
}
