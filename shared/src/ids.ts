import { z } from 'zod';

/**
 * An id as Zendesk writes it (numbers over 2^31 in the API, strings in webhooks), as a string of digits.
 * Kept as a string everywhere inside, so that no id is ever rounded or compared across types.
 */
export const numericId = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,20}$/));

/** The same, where a Liquid placeholder without a value renders as an empty string. */
export const optionalNumericId = z
  .union([z.literal('').transform(() => undefined), z.null().transform(() => undefined), numericId])
  .optional();
