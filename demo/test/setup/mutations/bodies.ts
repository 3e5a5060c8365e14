import type { FindingCode } from '@smart-assistant/shared/setup/finding-table.ts';
import { TRIGGERS } from '@smart-assistant/shared/setup-spec.ts';
import type { TriggerSpec } from '@smart-assistant/shared/setup-spec.ts';
import type { Mutation } from './mutation.ts';

type Role = TriggerSpec['key'];
const [COMMENT, CLOSED] = TRIGGERS as [TriggerSpec, TriggerSpec];

const lean = (
  name: string,
  role: Role,
  body: (now: string) => string,
  finds: FindingCode[],
): Mutation => ({
  name: `the ${role} body ${name}`,
  mutate: (it) => it.body(role, body),
  finds,
});

const manual = (
  name: string,
  role: Role,
  body: (now: string) => string,
  finds: FindingCode[],
): Mutation => ({
  // The other body was made by hand, too, and is offered the lean one.
  ...lean(`made by hand ${name}`, role, body, [...finds, 'body_manual']),
  isManual: true,
});

const UNREADABLE: FindingCode[] = ['body_unreadable'];
const NO_ID: FindingCode[] = ['body_no_ticket_id'];
const HINT_LOST: FindingCode[] = ['body_hint_lost'];

export const BODY_MUTATIONS: Mutation[] = [
  lean('is empty', 'comment', () => '', UNREADABLE),
  lean('is a sentence', 'comment', () => 'A new comment on {{ticket.id}}', UNREADABLE),
  lean('has lost its last brace', 'comment', (now) => now.slice(0, -1), UNREADABLE),
  lean('has lost a comma', 'comment', (now) => now.replace(',', ''), UNREADABLE),
  lean('has a comma too many', 'comment', (now) => now.replace('}"}', '}",}'), UNREADABLE),
  lean('has single quotes', 'comment', (now) => now.replaceAll('"', "'"), UNREADABLE),
  lean('has curly quotes', 'comment', (now) => now.replaceAll('"', '”'), UNREADABLE),
  lean('has HTML for quotes', 'comment', (now) => now.replaceAll('"', '&quot;'), UNREADABLE),
  lean('is XML', 'comment', () => '<id>{{ticket.id}}</id>', UNREADABLE),
  lean('is a list', 'comment', (now) => `[${now}]`, UNREADABLE),
  lean('is a JSON text', 'comment', (now) => JSON.stringify(now), UNREADABLE),
  lean('has no event', 'comment', () => '{"ticket_id":"{{ticket.id}}"}', UNREADABLE),
  lean('has an unknown event', 'closed', (now) => now.replace('closed', 'over'), UNREADABLE),
  lean('has another version', 'closed', (now) => now.replace('"v":1', '"v":2'), UNREADABLE),
  lean('has the id of one ticket', 'comment', (now) => now.replace('{{ticket.id}}', '35'), NO_ID),
  lean('has no ticket id', 'closed', () => '{"v":1,"event":"closed"}', NO_ID),
  lean('misspells the id', 'comment', (now) => now.replace('ticket.id', 'ticket.idd'), NO_ID),
  lean(
    'takes the external id',
    'closed',
    (now) => now.replace('ticket.id', 'ticket.external_id'),
    NO_ID,
  ),
  lean('misspells the key', 'closed', (now) => now.replace('ticket_id', 'ticket'), NO_ID),
  lean('has single braces', 'comment', (now) => now.replace('{{ticket.id}}', '{ticket.id}'), NO_ID),
  lean('is that of the other', 'comment', () => CLOSED.leanBody, ['body_wrong_kind']),
  lean('is that of the other', 'closed', () => COMMENT.leanBody, ['body_wrong_kind']),
  lean('has lost the comment', 'comment', (now) => now.replace('"comment_id"', '"c"'), HINT_LOST),
  lean(
    'takes the newest note',
    'comment',
    (now) => now.replace('latest_public_comment.id', 'latest_comment.id'),
    HINT_LOST,
  ),
  lean(
    'has lost the author',
    'comment',
    (now) => now.replace('comment_author_id', 'author'),
    HINT_LOST,
  ),
  lean(
    'takes the assignee for the actor',
    'comment',
    (now) => now.replace('current_user.id', 'ticket.assignee.id'),
    HINT_LOST,
  ),
  lean('has lost the actor', 'closed', (now) => now.replace('actor_id', 'actor'), HINT_LOST),
  lean(
    'has a number without quotes',
    'comment',
    (now) => now.replace('"{{current_user.id}}"', '{{current_user.id}}'),
    ['body_unquoted'],
  ),
  manual('carries another field', 'comment', (now) => now.replace(/field_\d+/, 'field_27642'), [
    'body_wrong_field',
    'body_manual',
  ]),
  manual('carries another field', 'closed', (now) => now.replace(/field_\d+/, 'field_27642'), [
    'body_wrong_field',
    'body_manual',
  ]),
  manual(
    'has lost the author',
    'comment',
    (now) => now.replace('latest_public_comment_author_id', 'by'),
    HINT_LOST,
  ),
  manual(
    'has lost its comment',
    'comment',
    (now) => now.replace('"comment"', '"text"'),
    UNREADABLE,
  ),
  manual(
    'has lost the comma between files',
    'comment',
    (now) => now.replace(/\{% unless.*?endunless -%\}/, ''),
    UNREADABLE,
  ),
  manual(
    'has lost a bracket',
    'comment',
    (now) => now.replace('"attachments": [', '"attachments": '),
    UNREADABLE,
  ),
  manual('has lost the ticket id', 'closed', (now) => now.replace('"id"', '"number"'), NO_ID),
  manual('says open', 'closed', (now) => now.replace('"closed"', '"open"'), ['body_wrong_kind']),
];
