import type { Messages } from './messages.ts';

export const en: Messages = {
  loading: 'Loading the state of this ticket',
  headlines: {
    new: 'The assistant is on this ticket',
    replied: 'The assistant answered {ago}',
    drafted: 'The assistant drafted an answer {ago}',
    observed: 'The assistant is only observing',
    listening: 'The assistant is listening',
    handoff: 'Waiting for you',
    agent: 'An agent has taken over',
    paused: 'The assistant is paused',
    ended: 'The conversation has ended',
  },
  modes: {
    assistant: 'Assistant',
    handoff: 'Needs you',
    agent: 'Agent',
    paused: 'Paused',
    ended: 'Ended',
  },
  reasons: {
    answered_from_articles: 'Your help articles answer the question.',
    requester_asked_for_person: 'The customer asked for a person.',
    sensitive_topic: 'The topic is sensitive and needs a person.',
    no_article_matches: 'No help article matches the question.',
    not_confident: 'The assistant was not sure enough of its answer.',
    only_attachments: 'The customer sent files only, which the assistant does not read.',
    turn_limit_reached: 'The assistant has given as many answers as it may on one ticket.',
    messaging_channel:
      'The customer writes through messaging, where the assistant does not answer.',
    turn_failed: 'Something went wrong and the assistant could not finish.',
    agent_has_replied: 'An agent has replied, so the assistant stays silent.',
    agent_took_over: 'An agent took this ticket, so the assistant stays silent.',
    waiting_for_agent: 'The ticket is waiting for an agent, so the assistant stays silent.',
    reopened_left_to_agents:
      'The ticket was reopened, and this shop leaves reopened tickets to agents.',
    paused_by_tag: 'The ticket has the tag assistant_paused.',
    loop_suspected: 'The assistant wrote here too often in a short time, so it paused itself.',
    own_comment_echo: 'The newest comment is its own.',
    nothing_new: 'The customer has written nothing new.',
    ticket_solved: 'The ticket is solved.',
    ticket_closed: 'The ticket is closed.',
  },
  confidence: { high: 'Confident', medium: 'Fairly sure', low: 'Unsure' },
  labels: {
    since: 'Since',
    confidence: 'Confidence',
    sources: 'Sources',
    answers: 'Answers',
  },
  article: 'Article {id}',
  pending: {
    handback: 'Handed back. The assistant takes over with its next turn.',
    resume: 'The pause is over. The assistant resumes with its next turn.',
  },
  controls: {
    pause: 'Pause the assistant',
    resume: 'Resume the assistant',
    hand_back: 'Hand back to the assistant',
    keep: 'Undo handback',
  },
  controlFailures: {
    forbidden: 'Not saved: you may not change this ticket.',
    closed: 'Not saved: Zendesk takes no more changes to this ticket.',
    unanswered: 'Not saved: Zendesk did not answer. Try again.',
  },
  saving: 'Saving…',
  verified: 'Verified: written by the assistant.',
  stale: 'Could not refresh. This may be out of date.',
  tryAgain: 'Try again',
  notices: {
    absent: {
      title: 'The assistant has not seen this ticket',
      text: 'It starts with the next public comment.',
    },
    unreadable: {
      title: 'The state of this ticket is damaged',
      text: 'Someone or something has overwritten the assistant’s field. The assistant restores it with its next turn.',
    },
    changed: {
      title: 'The state of this ticket was changed',
      text: 'It is no longer what the assistant wrote, so it is not shown. The assistant restores it with its next turn.',
    },
    foreign: {
      title: 'This state belongs to another ticket',
      text: 'It was copied here, or the requester was changed. The assistant restores it with its next turn.',
    },
    too_new: {
      title: 'This app is out of date',
      text: 'The state was written by a newer version. Reload the page; if that does not help, ask an admin to update the app.',
    },
  },
  failed: {
    title: 'The ticket could not be read',
    text: 'Zendesk did not answer. The assistant itself is not affected.',
  },
  unreachable: {
    title: 'Zendesk does not answer',
    text: 'The app could not connect to the page around it.',
  },
  outside: {
    title: 'Open this app in Zendesk',
    text: 'It works beside a ticket in Zendesk Support and has nothing to show on its own.',
  },
  notConfigured: {
    title: 'The app is not set up yet',
    text: 'An admin can complete these settings under Apps and integrations:',
  },
  settings: {
    backend_url: 'Server address',
    tenant_slug: 'Shop name',
    state_field_id: 'Ticket field id',
    state_public_key: 'State public key',
  },
};
