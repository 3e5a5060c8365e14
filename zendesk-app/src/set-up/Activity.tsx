import { Progress } from '@zendeskgarden/react-loaders';
import { PartSkeleton } from '../components/LazyPart.tsx';
import { Announcer } from '../components/Announcer.tsx';
import { fill } from '../i18n/language.ts';
import { standingOf } from './group-findings.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { Faded, Text } from './set-up-parts.ts';
import type { SetUpView } from './set-up-view.ts';

/** What set-up is doing; read out, part by part only for the eye. */
export function Activity({ view, messages }: { view: SetUpView; messages: SetUpMessages }) {
  const { activity, plan, progress } = view;
  const isBusy = activity !== 'idle';
  const done = progress ? Math.round((100 * progress.done) / Math.max(1, progress.total)) : 0;
  return (
    <>
      <Announcer text={spoken(view, messages)} />
      {isBusy && (
        <Text>
          <Faded>{doing(view, messages)}</Faded>
          <Progress value={done} size="small" aria-label={doing(view, messages)} />
        </Text>
      )}
      {isBusy && !plan && <PartSkeleton />}
    </>
  );
}

function doing({ activity, progress }: SetUpView, messages: SetUpMessages): string {
  switch (activity) {
    case 'checking':
      return fill(messages.checking, { part: messages.parts[progress?.part ?? 'me'] });
    case 'fixing':
    case 'proving':
    case 'undoing':
      return messages[activity];
    case 'idle':
      return '';
  }
}

/** Thirteen parts one after the other would be noise: that checking goes on is said by the first. */
function spoken(view: SetUpView, messages: SetUpMessages): string {
  const { activity, plan } = view;
  if (activity === 'checking') return doing({ ...view, progress: undefined }, messages);
  if (activity !== 'idle') return doing(view, messages);
  return plan ? messages.standings[standingOf(plan)].title : '';
}
