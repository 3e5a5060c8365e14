/**
 * Words that make the assistant step back, per language. Kept plain on purpose: a wrong handoff costs an
 * agent a minute, a missed one costs the shop a customer.
 */

const PERSON_REQUESTS: readonly RegExp[] = [
  // English
  /\b(talk|speak|chat|write|connect(ed)?|transfer(red)?|put me through)\b.{0,30}\b(human|person|agent|someone|somebody|representative|rep|manager|supervisor|people)\b/i,
  /\b(real|actual|live|human)\s+(human|person|agent|being|support|representative)\b/i,
  /\b(want|need|get|give me|is there)\b.{0,15}\b(a|an|some)\s+(human|agent|representative|manager|supervisor)\b/i,
  /\bnot a (bot|robot|machine)\b|\bno (bots?|robots?)\b/i,
  // Spanish
  /\b(hablar|comunicar(me)?|contactar|chatear|pasar(me)?)\b.{0,30}\b(persona|humano|agente|alguien|encargad[oa]|responsable|supervisor[a]?|operador[a]?)\b/i,
  /\b(persona real|agente humano|ser humano)\b/i,
  // French
  /\b(parler|discuter|échanger|joindre|contacter)\b.{0,30}\b(humain|personne|conseiller|conseillère|agent|quelqu'un|responsable)\b/i,
  /\b(vraie personne|être humain)\b/i,
  // German
  /\b(mensch(en)?|mitarbeiter(in)?|berater(in)?|jemand(em|en)?|person|vorgesetzten?)\b.{0,30}\b(sprechen|reden|schreiben|verbinden|telefonieren)\b/i,
  /\b(echten? mensch(en)?|echten? person|echten? mitarbeiter(in)?)\b/i,
  // Portuguese
  /\b(falar|conversar|contactar|contatar)\b.{0,30}\b(pessoa|humano|agente|atendente|alguém|responsável|supervisor[a]?)\b/i,
  /\b(pessoa de verdade|pessoa real)\b/i,
];

const SENSITIVE_TOPICS: readonly RegExp[] = [
  // Law and money disputes
  /\b(lawyer|attorney|solicitor|legal action|lawsuit|sue you|small claims|trading standards|chargeback|fraud(ulent)?)\b/i,
  /\b(abogad[oa]|demanda(r|ros)?|acciones legales|denuncia(r)?|fraude|contracargo|estafa(do|da)?)\b/i,
  /\b(avocat|poursuites?|porter plainte|arnaque|fraude|action en justice)\b/i,
  /\b(anwalt|anwältin|rechtsanwalt|klage|verklagen|anzeige erstatten|betrug|verbraucherzentrale)\b/i,
  /\b(advogad[oa]|processar|ação judicial|procon|golpe|fraude)\b/i,
  // Injury and danger
  /\b(injur(y|ed)|caught fire|burn(ed|t) (me|my)|allergic reaction|electric shock|hospital)\b/i,
  /\b(herid[oa]|se incendió|quemadura|reacción alérgica|descarga eléctrica|blessée?|brûlure|réaction allergique)\b/i,
  /\b(verletzt|verbrannt|allergische reaktion|stromschlag|krankenhaus|ferid[oa]|queimadura|reação alérgica)\b/i,
  // Personal data
  /\b(gdpr|data breach|delete (all )?my (personal )?data|right to be forgotten|data protection|rgpd|dsgvo|lgpd)\b/i,
];

const personRequests = PERSON_REQUESTS.map(inAnyAlphabet);
const sensitiveTopics = SENSITIVE_TOPICS.map(inAnyAlphabet);

/** Whether the customer asks for a human. */
export function asksForPerson(text: string): boolean {
  return personRequests.some((phrase) => phrase.test(inOneSpelling(text)));
}

/** Whether the text touches law, danger or personal data: never a matter for an article. */
export function isSensitive(text: string): boolean {
  return sensitiveTopics.some((phrase) => phrase.test(inOneSpelling(text)));
}

/** JavaScript's `\b` knows no letters with accents: before "être" or after "blessé" it never matches. */
function inAnyAlphabet({ source }: RegExp): RegExp {
  const letter = '[\\p{L}\\p{N}_]';
  const border = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`;
  return new RegExp(source.replaceAll('\\b', border), 'iu');
}

/** Phones write typographic apostrophes, and some systems a letter and its accent apart. */
function inOneSpelling(text: string): string {
  return text.normalize('NFC').replaceAll('\u2019', "'");
}
