import type { Finding, ObjectKind } from '@smart-assistant/shared/setup/finding.ts';
import type { AccountPart } from '@smart-assistant/shared/setup/account.ts';
import { fill } from '../i18n/language.ts';
import type { SetUpMessages, WhyTranslation } from './messages/messages.ts';

/** Where an object of this kind was looked for. */
const PART_OF: Record<ObjectKind, AccountPart> = {
  credentials: 'me',
  ticket_field: 'ticketFields',
  ticket_form: 'ticketForms',
  webhook: 'webhooks',
  comment_trigger: 'triggers',
  closed_trigger: 'triggers',
  deliveries: 'deliveries',
  help_center: 'helpCenter',
  trigger: 'triggers',
  automation: 'automations',
  macro: 'macros',
  app: 'installations',
};

/** Why a finding matters, in the reader's language. */
export function whyText(finding: Finding, { translation, parts }: SetUpMessages): string {
  if (!translation) return finding.why;
  const { code, object, params } = finding;
  const known = {
    ...params,
    part: parts[PART_OF[object.kind]],
    missed: missed(finding, translation),
  };
  const words: Record<string, Readonly<Record<string, string>>> = {
    role: translation.roles,
    prediction: translation.predictions,
    vendor: { 'an AI assistant': translation.someAssistant },
  };
  const translated = Object.entries(known).map(([name, value]) => [
    name,
    words[name]?.[value] ?? value,
  ]);
  return fill(translation.whys[code], Object.fromEntries(translated));
}

function missed(
  { object: { kind }, params }: Finding,
  { missed: byCode, statuses, missedWithout }: WhyTranslation,
): string {
  const { missed: said = '', missedCode } = params;
  if (missedCode !== undefined) return valueOf(byCode, missedCode) ?? said;
  const status = valueOf(statuses, said);
  if (status !== undefined) return status;
  return kind === 'comment_trigger' || kind === 'closed_trigger' ? missedWithout[kind] : said;
}

function valueOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return words[key];
}
