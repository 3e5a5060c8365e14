import type { AppliedFix } from '@smart-assistant/shared/setup/applied.ts';
import type { UndoResult } from '@smart-assistant/shared/setup/undo.ts';
import { Notice } from '../components/Notice.tsx';
import { fill } from '../i18n/language.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { RoundTripFailed } from './RoundTripFailed.tsx';
import { SettingsFailed } from './SettingsFailed.tsx';
import { Faded, List, Stack, Text } from './set-up-parts.ts';
import type { Deed } from './set-up-view.ts';

interface DeedReportProps {
  deed: Deed;
  messages: SetUpMessages;
}

/** What the last fix or undo came to, thing by thing where it did not come off. */
export function DeedReport({ deed, messages }: DeedReportProps) {
  if (deed.kind === 'undone') return <UndoReport results={deed.results} messages={messages} />;
  const { roundTrip, settings } = deed;
  return (
    <Stack>
      <FixReport deed={deed} messages={messages} />
      {roundTrip && roundTrip.kind !== 'proven' && (
        <RoundTripFailed roundTrip={roundTrip} messages={messages} />
      )}
      {settings && <SettingsFailed settings={settings} messages={messages} />}
    </Stack>
  );
}

interface FixReportProps {
  deed: Deed & { kind: 'fixed' };
  messages: SetUpMessages;
}

/** What went well is told in one place, so that what did not stands out. */
function FixReport({ deed: { results, roundTrip, settings }, messages }: FixReportProps) {
  const open = results.filter(({ outcome }) => !['written', 'already_fine'].includes(outcome));
  const extent = open.length === 0 ? 'all' : open.length < results.length ? 'some' : 'none';
  const { title, text } = messages.fixed[extent];
  return (
    <Notice type={extent === 'all' ? 'success' : 'warning'} title={title} level={3}>
      {text}
      {open.length > 0 && (
        <List>
          {open.map((result) => (
            <NotWritten key={result.key} result={result} messages={messages} />
          ))}
        </List>
      )}
      {roundTrip?.kind === 'proven' && <Text>{messages.proven}</Text>}
      {settings?.outcome === 'saved' && <Text>{messages.settingsSaved}</Text>}
    </Notice>
  );
}

function NotWritten({
  result: { object, outcome, status, message },
  messages,
}: {
  result: AppliedFix;
  messages: SetUpMessages;
}) {
  return (
    <li>
      <strong>{object.name}</strong>: {messages.outcomes[outcome]}.
      {message && (
        <div>
          <Faded>{fill(messages.zendeskSaid, { status: String(status) })}</Faded> {message}
        </div>
      )}
    </li>
  );
}

function UndoReport({ results, messages }: { results: UndoResult[]; messages: SetUpMessages }) {
  const isWhole = results.every(({ outcome }) => outcome === 'undone');
  return (
    <Notice type={isWhole ? 'success' : 'warning'} title={messages.undone} level={3}>
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
