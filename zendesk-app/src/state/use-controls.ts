import { useLayoutEffect, useRef, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { applyControl } from './apply-control.ts';
import { tagChangeOf, tagsAfter } from './control.ts';
import type { Control, ControlFailure, TagChange } from './control.ts';
import { hintServer } from './hint-server.ts';
import type { TicketSnapshot } from './read-ticket.ts';
import type { Takeover } from './undo-takeover.ts';
import type { ReadConversation } from './watch-conversation.ts';

export interface Controls {
  running: Control | undefined;
  failure: ControlFailure | undefined;
  /** This agent's, in this session. */
  takeover: Takeover | undefined;
  /** The conversation with what the running or just finished control makes of its tags. */
  shown: ReadConversation;
  /** Does nothing while one is running. */
  run(control: Control): void;
}

/** A change of tags that Zendesk has not shown us yet: it is running, or done after `ticket` was read. */
interface Ahead {
  change: TagChange;
  doneAfter?: TicketSnapshot;
}

/**
 * Runs controls on a ticket. What a control will do shows at once, goes back when Zendesk refuses, and stays
 * until the ticket has been read anew; the control counts as running until then.
 */
export function useControls(
  zendesk: Zendesk,
  conversation: ReadConversation,
  refresh: () => Promise<void>,
): Controls {
  const [running, setRunning] = useState<Control>();
  const [failure, setFailure] = useState<ControlFailure>();
  const [ahead, setAhead] = useState<Ahead>();
  const [takeover, setTakeover] = useState<Takeover>();
  const newest = useRef(conversation);
  useLayoutEffect(() => {
    newest.current = conversation;
  });

  async function run(control: Control): Promise<void> {
    if (running) return;
    const { ticket, reading, settings } = newest.current;
    setRunning(control);
    setFailure(undefined);
    setAhead({ change: tagChangeOf(control, ticket.tags, reading) });
    const target = { ticket, reading, takeover, fieldId: settings.state_field_id };
    const { change, failure: problem } = await applyControl(zendesk, control, target);
    if (change) {
      hintServer(change, newest.current);
      setAhead({ change, doneAfter: newest.current.ticket });
      setTakeover(control === 'take_over' ? { ticket, reading } : undefined);
    } else {
      setAhead(undefined);
    }
    setFailure(problem);
    // Also after a refusal: it may tell of a ticket that has changed meanwhile.
    await refresh();
    setRunning(undefined);
  }

  const { ticket } = conversation;
  const isAhead = ahead && (!ahead.doneAfter || ahead.doneAfter === ticket);
  return {
    running,
    failure,
    takeover,
    shown: isAhead
      ? { ...conversation, ticket: { ...ticket, tags: tagsAfter(ticket.tags, ahead.change) } }
      : conversation,
    run: (control) => void run(control),
  };
}
