import { z } from 'zod';

const text = z.string();
const detail = z.object({ description: text });
const MAX_CHARACTERS = 200;

/** Zendesk's four error envelopes; the most telling sentence of each. */
const envelopes = [
  z.object({ details: z.record(text, z.array(detail)) }).transform(({ details }) =>
    Object.values(details)
      .flat()
      .map(({ description }) => description)
      .join('; '),
  ),
  z
    .object({ errors: z.array(z.object({ detail: text.optional(), title: text.optional() })) })
    .transform(({ errors }) => errors.map((each) => each.detail ?? each.title ?? '').join('; ')),
  z.object({ error: z.object({ message: text }) }).transform(({ error }) => error.message),
  z.object({ description: text }).transform(({ description }) => description),
  z.object({ error: text }).transform(({ error }) => error),
];

/** What Zendesk says is wrong, in one line; empty when it says nothing. */
export function errorText(body: unknown): string {
  for (const envelope of envelopes) {
    const said = envelope.safeParse(body).data;
    if (said) return said.slice(0, MAX_CHARACTERS);
  }
  return '';
}
