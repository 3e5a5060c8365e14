import type { ObjectKind, SetupObject } from '@smart-assistant/shared/setup/finding.ts';
import type { SetUpMessages } from './messages/messages.ts';
import { Faded } from './set-up-parts.ts';

/** There is one of each in an account: it has no name of its own. */
const NAMELESS: readonly ObjectKind[] = ['deliveries', 'help_center'];

/** What kind of thing it is, and the name that an admin knows it by. */
export function ObjectName({ object, messages }: { object: SetupObject; messages: SetUpMessages }) {
  const kind = messages.kinds[object.kind];
  if (NAMELESS.includes(object.kind)) return <strong>{kind}</strong>;
  return (
    <>
      <Faded>{kind}</Faded> <strong>{object.name}</strong>
    </>
  );
}
