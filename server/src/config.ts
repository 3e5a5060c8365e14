import { existsSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { parseMasterKey } from './tenant/master-key.ts';

/** One environment variable: how it is read, and what `docs/configuration.md` says about it. */
interface Variable<Value> {
  read: z.ZodType<Value, string>;
  /** As one would write it; left out for a variable that must be set or may be missing. */
  default?: string;
  /** What a good value looks like: the way out of a bad one. */
  expects: string;
  meaning: string;
  /** Its value is never shown. */
  isSecret?: boolean;
}

const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const NEW_MASTER_KEY = `node -e "console.log(crypto.randomBytes(32).toString('base64'))"`;

/** Few on purpose: a variable is here because two installations need two values. */
export const VARIABLES = {
  MASTER_KEY: {
    read: z.string().transform((text, context) => parseMasterKey(text) ?? invalid(context)),
    expects: `32 random bytes in base64 or hex; make them with: ${NEW_MASTER_KEY}`,
    meaning: 'Seals every secret in the database and is the root of the keys that sign states.',
    isSecret: true,
  },
  DATABASE_URL: {
    read: z.string().regex(/^(postgres(ql)?:\/\/|sqlite:|file:|(?!\w+:\/\/))./),
    default: 'data/assistant.db',
    expects: 'a file path for SQLite, or postgres://user:password@host/database',
    meaning: 'Where everything is stored. Several server processes need PostgreSQL.',
    isSecret: true,
  },
  HOST: {
    read: z.string().regex(/^[\w.:-]+$/),
    default: '127.0.0.1',
    expects: 'an address to listen on, such as 0.0.0.0',
    meaning:
      'Address to listen on. Only this machine unless told: TLS belongs to a proxy in front.',
  },
  PORT: {
    read: wholeNumber(0, 65_535),
    default: '4500',
    expects: 'a whole number from 0 (any free port) to 65535',
    meaning: 'Port to listen on.',
  },
  PUBLIC_URL: {
    read: httpUrl,
    default: 'http://localhost:4500',
    expects: 'the https:// address under which Zendesk reaches this server',
    meaning: 'Base of the webhook address and of the `backend_url` setting of the app.',
  },
  LOG_LEVEL: {
    read: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    default: 'info',
    expects: 'fatal, error, warn, info, debug, trace or silent',
    meaning: 'How much is logged. No level logs customer text.',
  },
  METRICS_TOKEN: {
    read: z.string().min(16),
    expects: 'at least 16 characters, or leave it out',
    meaning: 'When set, `/metrics` answers only to `Authorization: Bearer <token>`.',
    isSecret: true,
  },
  DEBOUNCE_MS: {
    read: wholeNumber(0, 60_000),
    default: '2000',
    expects: 'milliseconds from 0 to 60000',
    meaning: 'How long a ticket rests after a nudge, so that a burst of comments is answered once.',
  },
  MAX_WAIT_MS: {
    read: wholeNumber(0, 300_000),
    default: '10000',
    expects: 'milliseconds from 0 to 300000, not less than DEBOUNCE_MS',
    meaning: 'A ticket is looked at after this time at the latest, however often it is nudged.',
  },
  WORKERS: {
    read: wholeNumber(0, 256),
    default: '8',
    expects: 'a whole number from 0 to 256',
    meaning:
      'Tickets worked on at the same time; they wait for Zendesk, not for the processor. One shop alone holds half of them at most, rounded up, so that the others need not wait for it. With 0 this process only receives, and another one works.',
  },
  REQUEST_TIMEOUT_MS: {
    read: wholeNumber(100, 60_000),
    default: '8000',
    expects: 'milliseconds from 100 to 60000',
    meaning: 'Longest time for a request to us or to Zendesk. Zendesk gives up on us after 12 s.',
  },
  SIGNATURE_TOLERANCE_S: {
    read: wholeNumber(1, 86_400),
    default: '900',
    expects: 'seconds from 1 to 86400',
    meaning:
      'How far the time in a signature may be from ours, either way. Zendesk may retry for minutes.',
  },
  ACCEPT_TEST_DELIVERIES: {
    read: yesOrNo,
    default: 'true',
    expects: 'true or false',
    meaning:
      'Answers 200 to the "Test webhook" button before the webhook is saved. Never becomes work.',
  },
} satisfies Record<string, Variable<unknown>>;

type Name = keyof typeof VARIABLES;

export interface Config {
  masterKey: Uint8Array;
  databaseUrl: string;
  host: string;
  port: number;
  /** Without a trailing slash. */
  publicUrl: string;
  logLevel: z.infer<typeof VARIABLES.LOG_LEVEL.read>;
  metricsToken?: string | undefined;
  debounceMs: number;
  maxWaitMs: number;
  workers: number;
  requestTimeoutMs: number;
  signatureToleranceS: number;
  acceptTestDeliveries: boolean;
}

/** The configuration of this process: its environment, and a file `.env` for what that does not set. */
export function loadConfig(): Config {
  // An empty variable counts as unset, and must not hide the value that the file has.
  for (const name of Object.keys(VARIABLES)) {
    if (!process.env[name]?.trim()) Reflect.deleteProperty(process.env, name);
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseConfig(process.env);
}

/** Reads an environment; an empty variable counts as unset. Throws a ConfigError that names every problem. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values = new Map<Name, unknown>();

  for (const [name, variable] of Object.entries(VARIABLES) as [Name, Variable<unknown>][]) {
    const text = env[name]?.trim() || defaultOf(name);
    const result = text === undefined ? undefined : variable.read.safeParse(text);
    if (result?.success) values.set(name, result.data);
    else if (result || name === 'MASTER_KEY') problems.push(problem(name, variable, text));
  }
  if (Number(values.get('DEBOUNCE_MS')) > Number(values.get('MAX_WAIT_MS'))) {
    problems.push(problem('MAX_WAIT_MS', VARIABLES.MAX_WAIT_MS, String(values.get('MAX_WAIT_MS'))));
  }
  if (problems.length > 0) throw new ConfigError(problems);

  return toConfig(values);
}

/** The public address follows the port, so it is settled when all values are known. */
function defaultOf(name: Name): string | undefined {
  return name === 'PUBLIC_URL' ? undefined : (VARIABLES[name] as Variable<unknown>).default;
}

function problem(name: Name, { expects, isSecret }: Variable<unknown>, text?: string): string {
  const actual = text === undefined ? 'not set' : isSecret ? 'not valid' : `"${text}"`;
  return `  ${name} is ${actual}: set it to ${expects}`;
}

function toConfig(values: ReadonlyMap<Name, unknown>): Config {
  const value = <N extends Name>(name: N) =>
    values.get(name) as z.infer<(typeof VARIABLES)[N]['read']>;

  return {
    masterKey: value('MASTER_KEY'),
    databaseUrl: value('DATABASE_URL'),
    host: value('HOST'),
    port: value('PORT'),
    publicUrl: values.has('PUBLIC_URL') ? value('PUBLIC_URL') : `http://localhost:${value('PORT')}`,
    logLevel: value('LOG_LEVEL'),
    metricsToken: values.has('METRICS_TOKEN') ? value('METRICS_TOKEN') : undefined,
    debounceMs: value('DEBOUNCE_MS'),
    maxWaitMs: value('MAX_WAIT_MS'),
    workers: value('WORKERS'),
    requestTimeoutMs: value('REQUEST_TIMEOUT_MS'),
    signatureToleranceS: value('SIGNATURE_TOLERANCE_S'),
    acceptTestDeliveries: value('ACCEPT_TEST_DELIVERIES'),
  };
}

function invalid(context: z.core.$RefinementCtx<string>): never {
  context.addIssue({ code: 'custom', message: 'invalid' });
  return z.NEVER;
}
