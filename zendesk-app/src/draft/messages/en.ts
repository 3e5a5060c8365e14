import type { DraftMessages } from './messages.ts';

export const en: DraftMessages = {
  title: 'Draft',
  preparing: 'Looking for an answer…',
  text: 'Answer to edit',
  insert: 'Insert into reply',
  inserted: 'It is in the reply box. Nothing has been sent.',
  insertFailed: 'Zendesk did not take it. Copy it instead.',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'The browser does not allow copying. The text is selected: press Ctrl+C or ⌘C.',
  close: 'Close',
  notFound: 'The assistant has no answer to suggest',
};
