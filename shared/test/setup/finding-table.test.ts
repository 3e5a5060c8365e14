import { expect, test } from 'vitest';
import { errorText } from '../../src/setup/error-text.ts';
import { FINDINGS, whyOf } from '../../src/setup/finding-table.ts';
import type { FindingCode } from '../../src/setup/finding-table.ts';

const CODES = Object.keys(FINDINGS) as FindingCode[];

test.each(CODES)('%s is said in a whole sentence', (code) => {
  const { why, severity } = FINDINGS[code];

  expect(why).toMatch(/(?:\.|\{missed\})$/);
  expect(['broken', 'degraded', 'advice']).toContain(severity);
});

test('a sentence takes what it is given, and shows what it lacks', () => {
  expect(whyOf('api_token_ends', { days: '12' })).toContain('in 12 days');
  expect(whyOf('api_token_ends', {})).toContain('{days}');
});

test.each([
  [{ error: "Couldn't authenticate you" }, "Couldn't authenticate you"],
  [{ error: 'RecordNotFound', description: 'Not found' }, 'Not found'],
  [{ error: { title: 'Forbidden', message: 'No access.' } }, 'No access.'],
  [{ errors: [{ title: 'Invalid', detail: 'endpoint is required' }] }, 'endpoint is required'],
  [
    {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { base: [{ description: 'One' }], title: [{ description: 'Two' }] },
    },
    'One; Two',
  ],
  ['<html>', ''],
  [undefined, ''],
])('%j is told as "%s"', (body, told) => {
  expect(errorText(body)).toBe(told);
});

test('an error of any length is told in one line', () => {
  expect(errorText({ error: 'x'.repeat(5000) })).toHaveLength(200);
});
