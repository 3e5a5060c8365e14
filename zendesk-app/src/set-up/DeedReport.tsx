import type { AppliedFix } from '@smart-assistant/shared/setup/applied.ts';
import type { UndoResult } from '@smart-assistant/shared/setup/undo.ts';
import { Notice } from '../components/Notice.tsx';
import { fill } from '../i18n/language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { RoundTripReport } from './RoundTripReport.tsx';
import { SettingsReport } from './SettingsReport.tsx';
import { Faded, List, Stack } from './set-up-parts.ts';
import type { Deed } from './set-up-view.ts';

interface DeedReportProps {
  deed: Deed;
  messages: SetUpMessages;
}

/** What the last fix or undo came to, thing by thing where it did not come off. */
export function DeedReport({ deed, messages }: DeedReportProps) {
  if (deed.kind === 'undone') return <UndoReport results={deed.results} messages={messages} />;
  return (
    <Stack>
      <FixReport results={deed.results} messages={messages} />
      {deed.roundTrip && <RoundTripReport roundTrip={deed.roundTrip} messages={messages} />}
      {deed.settings && <SettingsReport settings={deed.settings} messages={messages} />}
    </Stack>
  );
}

function FixReport({ results, messages }: { results: AppliedFix[]; messages: SetUpMessages }) {
  const open = results.filter(({ outcome }) => !['written', 'already_fine'].includes(outcome));
  const extent = open.length === 0 ? 'all' : open.length < results.length ? 'some' : 'none';
  const { title, text } = messages.fixed[extent];
  return (
    <Notice type={extent === 'all' ? 'info' : 'warning'} title={title} level={3}>
      {text}
      {open.length > 0 && (
        <List>
          {open.map(({ key, object, outcome, status, message }) => (
            <li key={key}>
              <strong>{object.name}</strong>: {messages.outcomes[outcome]}.
              {message && (
                <div>
                  <Faded>{fill(messages.zendeskSaid, { status: String(status) })}</Faded> {message}
                </div>
              )}
            </li>
          ))}
        </List>
      )}
    </Notice>
  );
}

function UndoReport({ results, messages }: { results: UndoResult[]; messages: SetUpMessages }) {
  const isWhole = results.every(({ outcome }) => outcome === 'undone');
  return (
    <Notice type={isWhole ? 'info' : 'warning'} title={messages.undone} level={3}>
      <List>
        {results.map(({ keys, object, outcome }) => (
          <li key={keys.join()}>
            <strong>{object.name}</strong>: {messages.undoOutcomes[outcome]}.
          </li>
        ))}
      </List>
    </Notice>
  );
}
