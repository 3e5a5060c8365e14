/**
 * Products that answer customers in Zendesk by themselves, as their apps, webhooks and triggers call them.
 * A hit is a reason to look, not a proof. Names that are also words or people count only in full.
 */
const VENDORS: ReadonlyArray<[name: string, pattern: RegExp]> = [
  ['Ada', /\bada\.(?:support|cx)\b|\bada (?:cx|chatbot|ai)\b/i],
  ['Aisera', /\baisera\b/i],
  ['Botpress', /\bbotpress\b/i],
  ['Certainly', /\bcertainly\.io\b|\bcertainly (?:ai|bot)\b/i],
  ['Cognigy', /\bcognigy\b/i],
  ['Decagon', /\bdecagon(?:\.ai)?\b/i],
  ['DigitalGenius', /\bdigital ?genius\b/i],
  ['eesel', /\beesel\b/i],
  ['Forethought', /\bforethought\b/i],
  ['Intercom Fin', /\bintercom\b|\bfin (?:ai|agent)\b/i],
  ['Kodif', /\bkodif\b/i],
  ['Lorikeet', /\blorikeet(?:cx)?\b/i],
  ['Macha', /\bmacha (?:ai|for)\b|\bgetmacha\b/i],
  ['My AskAI', /\bmy ?ask ?ai\b/i],
  ['Netomi', /\bnetomi\b/i],
  ['Sierra', /\bsierra\.(?:ai|chat)\b|\bsierra ai\b/i],
  ['Siena', /\bsiena(?:\.cx| ai| cx)\b/i],
  ['Thankful', /\bthankful\.(?:ai|app)\b|\bthankful ai\b/i],
  ['Ultimate', /\bultimate\.ai\b|\bultimate ai\b/i],
  ['Yuma', /\byuma(?:\.ai| ai)\b/i],
  ['Zowie', /\bzowie\b/i],
  [
    'an AI assistant',
    /\b(?:ai|gpt|llm)[ -]?(?:agent|assistant|bot|answer|reply|replies)|\bchat ?gpt\b|\bopenai\b/i,
  ],
];

/** The other assistant that these names belong to; undefined when none is known by them. */
export function vendorOf(...names: Array<string | undefined>): string | undefined {
  const text = names.join(' ');
  return VENDORS.find(([, pattern]) => pattern.test(text))?.[0];
}
