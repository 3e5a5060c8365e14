import { expect, test } from 'vitest';
import { sign, STATIC_TEST_SECRET } from '../src/delivery/sign.ts';

test.each([
  ['{"event":"ticket.updated","id":123}', 'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM='],
  ['', 'wCdBvXaHttn0wRVIYctzZ9O6O0bnqWakJMEKZ9VoRWw='],
  ['{"ticket_id":"35436","comment_id":"1274"}', 'aViw3c0gaxkmTdKWaaNyT5qFuEjCI87PBmxdCjCPJYM='],
])('signs %j as the published example does', (body, expected) => {
  expect(sign(STATIC_TEST_SECRET, '2021-03-25T05:09:27Z', body)).toBe(expected);
});
