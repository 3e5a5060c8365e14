import { PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { HandoffReason, FoundAnswer } from './decision.ts';
import { LOOP_LIMITS_TEXT } from './loop.ts';

/** The sentences around an answer, per language; English stands in where a language is missing. */
const REPLY_FRAME: Record<string, { greeting: string; source: string; closing: string }> = {
  en: {
    greeting: 'Hello,',
    source: 'Source',
    closing: 'If this does not answer your question, just reply and ask for a person.',
  },
  es: {
    greeting: 'Hola:',
    source: 'Fuente',
    closing: 'Si esto no responde a tu pregunta, responde y pide hablar con una persona.',
  },
  fr: {
    greeting: 'Bonjour,',
    source: 'Source',
    closing:
      'Si cela ne répond pas à votre question, répondez et demandez à parler à une personne.',
  },
  de: {
    greeting: 'Guten Tag,',
    source: 'Quelle',
    closing: 'Falls das Ihre Frage nicht beantwortet, antworten Sie und bitten Sie um eine Person.',
  },
  pt: {
    greeting: 'Olá,',
    source: 'Fonte',
    closing: 'Se isto não responde à sua pergunta, responda e peça para falar com uma pessoa.',
  },
};

/** Why a human is needed, for the internal note. Agents read it, so it is in English like Zendesk's own notes. */
const HANDOFF_NOTES: Record<HandoffReason, string> = {
  requester_asked_for_person: 'The customer asked for a person.',
  sensitive_topic: 'The message touches a legal, safety or privacy matter.',
  no_article_matches: 'No help article answers the question.',
  not_confident: 'The best help article does not answer the question well enough.',
  only_attachments: 'The message has attachments and no text.',
  turn_limit_reached: 'The customer still writes after several answers.',
  messaging_channel: 'The assistant does not answer messaging conversations.',
  turn_failed: 'The assistant failed on this ticket and gave up.',
};

/** The public comment for an answer, as HTML: the text, then the articles it comes from. */
export function replyHtml(answer: FoundAnswer): string {
  const frame = REPLY_FRAME[answer.language.split('-')[0] ?? 'en'] ?? REPLY_FRAME['en']!;
  const sources = answer.sources
    .map(({ title, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`)
    .join(', ');

  return [
    paragraph(escapeHtml(frame.greeting)),
    paragraphs(answer.text),
    paragraph(`${frame.source}: ${sources}`),
    paragraph(escapeHtml(frame.closing)),
  ].join('\n');
}

/** The internal note that offers an answer to the agent. */
export function draftHtml(answer: FoundAnswer): string {
  return `<p><b>Draft by Smart Assistant, not sent to the customer:</b></p>\n${replyHtml(answer)}`;
}

/** The internal note that hands the ticket to a human. */
export function handoffNoteHtml(reason: HandoffReason): string {
  return paragraph(
    `<b>Smart Assistant hands this ticket to you.</b> ${escapeHtml(HANDOFF_NOTES[reason])}`,
  );
}

/** The internal note of an assistant that paused itself, and how to end that. */
export function loopNoteHtml(): string {
  return paragraph(
    `<b>Smart Assistant has paused itself on this ticket.</b> It has written here ` +
      `${LOOP_LIMITS_TEXT}, as if two programs answered each other. ` +
      `To let it go on, remove the tag ${PAUSED_TAG}, or choose Resume in the app.`,
  );
}

/** Our own HTML as plain text, for the record. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<a href="([^"]*)">([^<]*)<\/a>/g, '$2 ($1)')
    .replaceAll('<br>', '\n')
    .replaceAll('</p>\n', '\n\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => paragraph(escapeHtml(block.trim()).replaceAll('\n', '<br>')))
    .join('\n');
}

const paragraph = (html: string): string => `<p>${html}</p>`;

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
