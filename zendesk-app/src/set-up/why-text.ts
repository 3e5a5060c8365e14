import type { Finding } from '@smart-assistant/shared/setup/finding.ts';
import { PLACES } from '@smart-assistant/shared/setup/places.ts';
import { fill } from '../i18n/language.ts';
import type { SetUpMessages, WhyTranslation } from './messages/messages.ts';
import { PART_OF } from './part-of.ts';

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

/** Where a person mends it. The menus of Admin Center are named as Zendesk's own documents name them, in English. */
export function placeText(
  place: string,
  { translation }: Pick<SetUpMessages, 'translation'>,
): string {
  const name = TOLD_PLACES.find((each) => PLACES[each] === place);
  return translation && name ? translation.places[name] : place;
}

const TOLD_PLACES = ['signIn', 'later', 'helpCenter'] as const;
