import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseConfig, VARIABLES } from '../../src/config.ts';
import { environmentTable, exampleFile } from '../../src/config-docs.ts';
import { ConfigError } from '../../src/errors.ts';

const MASTER_KEY = Buffer.alloc(32, 5).toString('base64');

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('needs nothing but a master key', () => {
  expect(parseConfig({ MASTER_KEY })).toEqual({
    masterKey: Buffer.alloc(32, 5),
    databaseUrl: 'data/assistant.db',
    host: '127.0.0.1',
    port: 4500,
    publicUrl: 'http://localhost:4500',
    logLevel: 'info',
    metricsToken: undefined,
    debounceMs: 2000,
    maxWaitMs: 10_000,
    workers: 8,
    requestTimeoutMs: 8000,
    signatureToleranceS: 900,
    acceptTestDeliveries: true,
  });
});

test('takes an empty variable for one that is not set', () => {
  expect(parseConfig({ MASTER_KEY, PORT: '', HOST: ' ' })).toEqual(parseConfig({ MASTER_KEY }));
});

test('takes from .env what the environment does not set, or sets to nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smart-assistant-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '.env'), `MASTER_KEY=${MASTER_KEY}\nHOST=0.0.0.0\nPORT=6000\n`);
  const script = `
    const { loadConfig } = await import('${new URL('../../src/config.ts', import.meta.url).href}');
    const { host, port } = loadConfig();
    console.log(JSON.stringify({ host, port }));`;

  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: { ...process.env, MASTER_KEY: '', HOST: ' ', PORT: '5000' },
    encoding: 'utf8',
  });

  expect(JSON.parse(printed)).toEqual({ host: '0.0.0.0', port: 5000 });
});

test('says of a bad value that it is not right, and not that it is missing', () => {
  expect(() => parseConfig({ MASTER_KEY, PORT: 'x' })).toThrow(
    /^The configuration is not right:\n {2}PORT is "x"/,
  );
});

test('is reached under its own port unless it is told a public address', () => {
  const { publicUrl } = parseConfig({ MASTER_KEY, PORT: '5000' });

  expect(publicUrl).toBe('http://localhost:5000');
});

test('tells how to make a master key when there is none', () => {
  const [problem] = problemsOf({});

  expect(problem).toMatch(/MASTER_KEY is not set/);
  expect(problem).toContain(`node -e "console.log(crypto.randomBytes(32).toString('base64'))"`);
});

test.each([
  ['hex', Buffer.alloc(32, 5).toString('hex')],
  ['base64', MASTER_KEY],
  ['base64 for URLs', Buffer.alloc(32, 5).toString('base64url')],
])('reads a master key in %s', (_format, text) => {
  expect(parseConfig({ MASTER_KEY: text }).masterKey).toEqual(Buffer.alloc(32, 5));
});

test.each(['short', 'g'.repeat(64), Buffer.alloc(31).toString('base64'), 'a'.repeat(62)])(
  'refuses %s as a master key and does not repeat it',
  (text) => {
    const problems = problemsOf({ MASTER_KEY: text });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/MASTER_KEY is not valid: set it to 32 random bytes/);
    expect(problems[0]).not.toContain(text);
  },
);

test('names every problem at once, one line each', () => {
  const env = { PORT: '99999', WORKERS: 'many', LOG_LEVEL: 'loud', PUBLIC_URL: 'sa.example' };

  expect(problemsOf(env).map((line) => line.trim().split(' ')[0])).toEqual([
    'MASTER_KEY',
    'PORT',
    'PUBLIC_URL',
    'LOG_LEVEL',
    'WORKERS',
  ]);
});

test.each([
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['DATABASE_URL', 'mysql://localhost/shop'],
  ['PUBLIC_URL', 'ftp://sa.example'],
  ['METRICS_TOKEN', 'short'],
  ['DEBOUNCE_MS', '1e3'],
  ['WORKERS', '-1'],
  ['REQUEST_TIMEOUT_MS', '1'],
  ['SIGNATURE_TOLERANCE_S', '0'],
  ['ACCEPT_TEST_DELIVERIES', 'yes'],
  ['HOST', 'not a host'],
])('refuses %s=%s with the way out', (name, value) => {
  const { expects } = VARIABLES[name as keyof typeof VARIABLES];

  expect(problemsOf({ MASTER_KEY, [name]: value })).toEqual([
    expect.stringMatching(new RegExp(`^  ${name} is .*: set it to `)),
  ]);
  expect(problemsOf({ MASTER_KEY, [name]: value })[0]).toContain(expects);
});

test('refuses a longest wait below the shortest', () => {
  const problems = problemsOf({ MASTER_KEY, DEBOUNCE_MS: '5000', MAX_WAIT_MS: '1000' });

  expect(problems).toEqual([expect.stringContaining('not less than DEBOUNCE_MS')]);
});

test.each(['data/a.db', '/var/lib/a.db', 'C:\\data\\a.db', ':memory:', 'postgres://u:p@db/a'])(
  'takes %s for a database',
  (DATABASE_URL) => {
    expect(parseConfig({ MASTER_KEY, DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  },
);

test('is documented as it is: docs/configuration.md has the table of this code', async () => {
  const docs = await readFile(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');

  expect(docs).toContain(environmentTable());
});

test('is exemplified as it is: .env.example has every variable and its default', async () => {
  const example = await readFile(new URL('../../../.env.example', import.meta.url), 'utf8');

  expect(example).toBe(exampleFile());
});
