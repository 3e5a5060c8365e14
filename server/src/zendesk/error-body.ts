import { z } from 'zod';
import { listOf } from './page.ts';

/**
 * Zendesk's error bodies come in four envelopes: `error` as a string, `error` as an object, an `errors`
 * array, and `error` with a `details` map of field to list. HTML and empty bodies occur with 5xx.
 */
export interface ErrorBody {
  /** Zendesk's own name for it, such as `RecordInvalid`. */
  name?: string | undefined;
  /** One line per complaint, shortened. */
  details: string[];
  /** Fields that `details` complained about, such as `status` or `base`. */
  fields: string[];
}

/** Enough for an operator to understand; the rest would be noise in a log line. */
const MAX_DETAILS = 5;
const MAX_DETAIL_LENGTH = 200;

/** More than is told, since an address takes more room than its mask. */
const MAX_LENGTH_READ = 1_000;

/** Mail takes 64 characters before the @, some bounce addresses have more; an end to it bounds the search. */
const E_MAIL = /[^\s@"'(<]{1,256}@[^\s@"')>]+/g;

const words = z.string().optional().catch(undefined);
const complaint = z.object({ description: words, detail: words, title: words, code: words });
const envelope = z.object({
  error: z
    .union([z.string(), z.object({ title: words, message: words })])
    .optional()
    .catch(undefined),
  description: words,
  error_description: words,
  errors: listOf(complaint).optional().catch(undefined),
  details: z.record(z.string(), listOf(complaint).catch([])).optional().catch(undefined),
});
type Envelope = z.infer<typeof envelope>;

/** Understands any of the envelopes; a body that is none of them gives no details. Never throws. */
export function parseErrorBody(text: string): ErrorBody {
  const parsed = envelope.safeParse(jsonOf(text));
  if (!parsed.success) return { details: [], fields: [] };

  const body = parsed.data;
  const specific = Object.values(body.details ?? {}).flatMap((list) => list.flatMap(wordsOf));
  const listed = (body.errors ?? []).flatMap(wordsOf);
  const details = [...specific, ...listed];
  return {
    name: nameOf(body),
    details: (details.length > 0 ? details : generalWords(body)).slice(0, MAX_DETAILS).map(tidy),
    fields: Object.keys(body.details ?? {}),
  };
}

function nameOf({ error, errors }: Envelope): string | undefined {
  if (typeof error === 'string') return error;
  return error?.title ?? errors?.[0]?.code;
}

function generalWords({ error, description, error_description }: Envelope): string[] {
  const general = typeof error === 'object' ? (error.message ?? error.title) : error;
  return [description ?? error_description ?? general].filter((line) => line !== undefined);
}

function wordsOf({ description, detail, title, code }: z.infer<typeof complaint>): string[] {
  return [description ?? detail ?? title ?? code].filter((line) => line !== undefined);
}

/** Cut before it is searched: the search for addresses must not depend on how much Zendesk has to say. */
function tidy(line: string): string {
  const oneLine = beginningOf(line).replace(/\s+/g, ' ').trim();
  return oneLine.replace(E_MAIL, '<e-mail>').slice(0, MAX_DETAIL_LENGTH);
}

/** Whole words only, since half an address is not known for one. */
function beginningOf(line: string): string {
  if (line.length <= MAX_LENGTH_READ) return line;
  const beginning = line.slice(0, MAX_LENGTH_READ);
  return beginning.slice(0, Math.max(0, beginning.search(/\s\S*$/)));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
