import type { BackendMessages } from './backend-messages.ts';

export const en: BackendMessages = {
  problems: {
    offline: {
      title: 'You are offline',
      text: 'What is shown of the ticket stays as it is. Try again once you are connected.',
    },
    down: {
      title: 'The assistant’s server does not answer',
      text: 'Pause, take over and hand back work all the same. Try again in a minute.',
    },
    slow: {
      title: 'The assistant’s server is slow',
      text: 'It did not answer in time. Try again in a moment.',
    },
    refused: {
      title: 'The assistant’s server said no',
      text: 'It does not know this shop or this ticket. Ask an admin to check the app’s settings.',
    },
    busy: {
      title: 'That was asked too often',
      text: 'Wait a minute, then try again.',
    },
    too_large: {
      title: 'There is more than can be shown',
      text: 'The answer of the assistant’s server is too large. Please tell an admin.',
    },
    unreadable: {
      title: 'The app and the server do not match',
      text: 'Reload the page. If that does not help, ask an admin to update the app.',
    },
  },
  staleKey: {
    title: 'This ticket has moved on',
    text: 'Its state here is no longer the newest one. Try again after the ticket has refreshed.',
  },
  tryAgain: 'Try again',
};
