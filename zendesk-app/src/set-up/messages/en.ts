import type { SetUpMessages } from './messages.ts';

export const en: SetUpMessages = {
  checking: 'Checking: {part}',
  parts: {
    me: 'who you are',
    token: 'access token',
    settings: 'account settings',
    ticketFields: 'ticket fields',
    ticketForms: 'ticket forms',
    webhooks: 'webhooks',
    deliveries: 'webhook deliveries',
    triggers: 'triggers',
    triggerCategories: 'trigger categories',
    automations: 'automations',
    macros: 'macros',
    installations: 'installed apps',
    helpCenter: 'help center',
  },
  fixing: 'Writing to Zendesk…',
  proving: 'Sending a test delivery to the assistant…',
  undoing: 'Taking it back…',
  checkAgain: 'Check again',
  standings: {
    not_admin: {
      title: 'Set-up is for admins',
      text: 'Only an admin may look at webhooks and triggers and change them. Ask an admin of this Zendesk account to open this page.',
    },
    fine: {
      title: 'Everything is set up',
      text: 'This account has what the assistant needs, and nothing stands in its way.',
    },
    works: {
      title: 'The assistant works',
      text: 'Some things could be better. They are listed below.',
    },
    bare: {
      title: 'The assistant is not set up yet',
      text: 'What is listed below will be created in this account. Nothing else is changed, and you can undo it.',
    },
    broken: {
      title: 'The assistant does not work',
      text: 'What is listed below keeps it from working.',
    },
  },
  severities: { broken: 'Broken', degraded: 'Impaired', advice: 'Advice' },
  kinds: {
    credentials: 'Signed in',
    ticket_field: 'Ticket field',
    ticket_form: 'Ticket form',
    webhook: 'Webhook',
    comment_trigger: 'Trigger',
    closed_trigger: 'Trigger',
    deliveries: 'Deliveries',
    help_center: 'Help center',
    trigger: 'Trigger',
    automation: 'Automation',
    macro: 'Macro',
    app: 'App',
  },
  is: 'Is',
  shouldBe: 'Should be',
  removed: 'Removed:',
  added: 'Added:',
  nothing: '(nothing)',
  willBeCreated: 'What will be created',
  onlyYou: 'Only a person can do this. The place:',
  fix: 'Fix',
  fixNamed: 'Fix: {object}',
  setUpNow: 'Set up now',
  fixAll: { one: 'Fix it…', other: 'Fix all {count}…' },
  preview: {
    title: 'This will be written to Zendesk',
    text: 'Only these objects are touched. You can undo each of them afterwards.',
  },
  writeNow: { one: 'Write this change', other: 'Write these {count} changes' },
  cancel: 'Cancel',
  others: {
    title: 'Others at work in this account',
    text: 'Set-up never changes what is not its own. Decide yourself whether this is wanted.',
  },
  passedCount: { one: '{count} thing is fine', other: '{count} things are fine' },
  passed: {
    signed_in: 'You are an admin',
    credentials_last: 'The credentials last',
    scopes_suffice: 'The scopes suffice',
    field_right: 'Is as it should be',
    field_on_form: 'Shows the field',
    webhook_right: 'Is as it should be',
    trigger_right: 'Is as it should be',
    deliveries_arrive: 'Arrive at the assistant',
    articles_found: 'Has articles to answer from',
    no_other_writers: 'Nobody else answers customers',
  },
  fixed: {
    all: { title: 'Done', text: 'Everything was written.' },
    some: {
      title: 'Done in part',
      text: 'What is listed here was not written. The rest was.',
    },
    none: { title: 'Nothing was written', text: 'What is listed here was not written.' },
  },
  outcomes: {
    written: 'Written',
    already_fine: 'Was right already',
    refused: 'Zendesk refused it',
    blocked: 'Not tried: what it builds on is missing',
    failed: 'Zendesk did not answer',
  },
  zendeskSaid: 'Zendesk said ({status}):',
  changes: {
    title: 'Changed since you opened this',
    text: 'Undo puts back what was there before, unless somebody has edited it since.',
  },
  undo: 'Undo',
  undoNamed: 'Undo: {object}',
  undoAll: 'Undo all',
  undone: 'Undo',
  undoOutcomes: {
    undone: 'Taken back',
    changed_since: 'Left alone: somebody has changed it since',
    refused: 'Zendesk refused it',
    failed: 'Zendesk did not answer',
  },
  proven:
    'The round trip works: Zendesk sent a signed test delivery, and the assistant answered it.',
  roundTrips: {
    secret_unknown: {
      title: 'The assistant does not know the signing secret yet',
      text: 'It reads the secret from Zendesk with its own access. Wait a minute and check again. If this stays, its user must be an admin.',
    },
    wrong_answer: {
      title: 'Something else answered',
      text: 'At the webhook’s address is no assistant that knows this account. Check server address and shop name in the app’s settings.',
    },
    not_reached: {
      title: 'Zendesk cannot reach the assistant',
      text: 'The server did not answer at the webhook’s address. Check that it runs and can be reached from the internet.',
    },
    not_seen: {
      title: 'The test delivery got lost',
      text: 'Zendesk says that it was delivered, the assistant has not seen it. Check the server address.',
    },
    refused: {
      title: 'Zendesk did not let us test',
      text: 'Whether deliveries arrive is not proven. Write a comment on a ticket to see.',
    },
  },
  settingsSaved:
    'The app’s settings are filled in: reload this page in your browser to use them. Should “Why” stop working, fill in the app’s API secret again.',
  settingsFailed: {
    refused: {
      title: 'Zendesk did not take the app’s settings',
      text: 'Fill them in yourself:',
    },
    unknown_app: { title: 'Fill in the app’s settings', text: 'The app cannot do it here:' },
    failed: {
      title: 'The app’s settings are not saved',
      text: 'Zendesk did not answer. Fill them in yourself:',
    },
  },
  settingsPlace:
    'Admin Center > Apps and integrations > Apps > Zendesk Support apps > Smart Assistant > Change settings',
  noAddress: {
    title: 'Fill in the app’s settings first',
    text: 'Set-up has to know where the assistant runs. These settings are missing or not right:',
  },
  translation: undefined,
};
