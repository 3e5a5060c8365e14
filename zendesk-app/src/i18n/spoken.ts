import { glanceOf } from '../state/glance.ts';
import type { ConversationView } from '../state/watch-conversation.ts';
import { fill } from './language.ts';
import type { Language } from './language.ts';
import { noticeOf } from './notice-of.ts';

/** A view in one breath, for screen readers. It holds no time, so that it changes only when the view does. */
export function spokenView(view: ConversationView, { locale, messages }: Language): string {
  switch (view.status) {
    case 'loading':
      return messages.loading;
    case 'failed':
      // Its notice speaks for itself: it is an alert.
      return '';
    case 'not_configured':
      return messages.notConfigured.title;
    case 'read':
      break;
  }
  const { reading, ticket } = view;
  if (reading.status !== 'verified') {
    return noticeOf(reading.status, ticket.tags, messages).title;
  }

  const glance = glanceOf(reading.state, ticket.tags);
  const headline = fill(messages.headlines[glance.headline], { ago: '' })
    .replace(/ +/g, ' ')
    .trim();
  const answers = new Intl.NumberFormat(locale).format(glance.turns);
  return [
    `${headline}.`,
    glance.pending ? messages.pending[glance.pending] : reasonText(glance.reason, messages.reasons),
    `${messages.labels.answers}: ${answers}`,
  ].join(' ');
}

function reasonText<R extends string>(reason: R | undefined, reasons: Record<R, string>): string {
  return reason ? reasons[reason] : '';
}
