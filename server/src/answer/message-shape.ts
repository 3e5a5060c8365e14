import { languageOf } from '../knowledge/languages.ts';
import type { Language } from '../knowledge/languages.ts';
import { withoutAccents } from '../knowledge/words/terms.ts';

/**
 * What a sentence wants. question: to know something. statement: tells something, which may still be a
 * question in disguise. order_request: something done to one certain order, which only a person can do.
 * complaint: to be heard; an article would make it worse.
 */
export type MessageShape = 'question' | 'statement' | 'order_request' | 'complaint';

/** An order number as customers write it: four digits or more, perhaps with letters in front, or after a #. */
const ORDER_REFERENCE = /#\s?\d{2,}|\b[a-z]{0,4}-?\d{4,}\b/i;

/** Matched against lower case text without accents. */
interface Phrases {
  question: RegExp;
  complaint: RegExp;
  /** Asks for information even when an order number is near: "where is order 10345". */
  asksAboutOrder: RegExp;
}

const PHRASES: Record<Language, Phrases> = {
  en: {
    question:
      /\?|^(hi|hello|hey|good (morning|afternoon|evening))?[\s,!]*(how|what|whats|when|where|which|who|why|can|could|do|does|is|are|may|will|would|should)\b|\b(wonder(ing)?|want to|would like to|like to know|how (do|can|to|does|long|much|many)|is (it|there)|tell me)\b/,
    complaint:
      /\b(terrible|awful|horrible|worst|unacceptable|ridiculous|disgust\w*|disappoint\w*|fed up|scam\w*|rude|never (buy|order|shop)|(second|third|fourth|fifth|\d(nd|rd|th)) time|nobody (answers|replies|responds|cares)|no one (answers|replies|responds|cares)|charged (me )?twice|wrong (item|product|size|colou?r|order|article|one)|instead of the|complaint|hung up|angry|furious|incompetent|useless|joke)\b/,
    asksAboutOrder: /^\W*(where|when|what|how|has|is|did|was)\b/,
  },
  es: {
    question:
      /[?¿]|^(hola|buenas|buenos dias)?[\s,!]*(como|que|cuando|cuanto|cuantos|cuanta|donde|cual|cuales|quien|por que|puedo|se puede|podeis|podria|haceis|teneis|hay)\b|\b(quiero|quisiera|me gustaria|necesito) (saber|devolver|cambiar|la factura|una? )/,
    complaint:
      /\b(hart[oa]|pesim[oa]|horrible|vergonzos[oa]|verguenza|inaceptable|decepcionad[oa]|decepcionante|maleducad[oa]|estafa\w*|(segunda|tercera|cuarta|quinta) vez|nadie (responde|contesta)|reclamacion|queja|cobrado dos veces|nunca mas|equivocad[oa])\b/,
    asksAboutOrder: /^\W*(donde|cuando|que|como|cuanto)\b/,
  },
  fr: {
    question:
      /\?|^(bonjour|salut|bonsoir)?[\s,!]*(comment|quel|quelle|quels|quelles|quand|ou|combien|pourquoi|puis-je|peut-on|est-ce|qui)\b|\b(je (voudrais|souhaite|veux|souhaiterais)|savoir)\b/,
    complaint:
      /\b(honteux|honte|inadmissible|inacceptable|decu|decue|decevant|horrible|catastroph\w*|arnaque\w*|(deuxieme|troisieme|quatrieme) fois|personne ne (repond|me repond)|reclamation|plainte|debite (deux|2) fois|plus jamais|impoli|mauvais (article|produit))\b/,
    asksAboutOrder: /^\W*(ou|quand|comment|quel|quelle)\b/,
  },
  de: {
    question:
      /\?|^(hallo|guten (tag|morgen|abend))?[\s,!]*(wie|was|wann|wo|welche|welcher|welches|wer|warum|kann|konnen|konnte|darf|gibt|ist|sind)\b|\b(ich (mochte|will|wurde gern\w*)|wissen)\b/,
    complaint:
      /\b(katastroph\w*|unverschamt\w*|frechheit|inakzeptabel|enttausch\w*|schrecklich|furchtbar|unmoglich|(zweite|dritte|vierte|zum zweiten|zum dritten) mal|niemand (antwortet|meldet)|beschwerde|doppelt abgebucht|zweimal abgebucht|nie wieder|falsche[nrs]? (artikel|produkt|ware)|unfreundlich)\b/,
    asksAboutOrder: /^\W*(wo|wann|wie|was)\b/,
  },
  pt: {
    question:
      /\?|^(ola|oi|bom dia|boa tarde)?[\s,!]*(como|qual|quais|quando|quanto|onde|por que|posso|pode|voces)\b|\b(quero|gostaria de|queria) (saber|devolver|trocar)/,
    complaint:
      /\b(pessimo|pessima|horrivel|inaceitavel|decepcionad[oa]|absurdo|vergonha|(segunda|terceira|quarta) vez|ninguem (responde|atende)|reclamacao|cobrado duas vezes|nunca mais|golpe|errado|mal educad[oa])\b/,
    asksAboutOrder: /^\W*(onde|quando|qual|como)\b/,
  },
};

/** Reads a sentence's shape; a language we do not know is read as a statement. */
export function shapeOf(sentence: string, language: string): MessageShape {
  const known = languageOf(language);
  if (!known) return 'statement';
  const phrases = PHRASES[known];
  const plain = withoutAccents(sentence.toLowerCase().replaceAll('’', "'"));

  if (phrases.complaint.test(plain)) return 'complaint';
  if (ORDER_REFERENCE.test(plain) && !phrases.asksAboutOrder.test(plain)) return 'order_request';
  return phrases.question.test(plain) || sentence.includes('¿') ? 'question' : 'statement';
}
