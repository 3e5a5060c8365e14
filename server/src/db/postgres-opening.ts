import pg from 'pg';
import { DatabaseError, type DatabaseErrorCode } from './database-error.ts';
import { postgresSettings } from './postgres-settings.ts';

const ENCODE_IT =
  'percent-encode special characters of the password in DATABASE_URL, such as @ as %40, / as %2F, # as %23';

/** OpenSSL's and Node's names of why a certificate or a handshake is refused. */
const TLS_CODES =
  /^(EPROTO|ERR_TLS_|ERR_SSL_|UNABLE_TO_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|HOSTNAME_)/;

/**
 * Connects once before the pool does. What is wrong with the address or the server fails with one sentence that names
 * host and database, never the password.
 */
export async function assertReachable(url: string): Promise<void> {
  const client = clientFor(url);
  // One that breaks while it ends says so twice, and an event nobody listens to would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw toOpeningError(error, client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function clientFor(url: string): pg.Client {
  // A password that ends the host early would be taken for a port, a database or an option, and be shown as such.
  const [, afterHost = ''] = /^\w+:\/\/[^/?#]*(.*)$/s.exec(url) ?? [];
  if (afterHost.includes('@')) throw malformed();
  try {
    return new pg.Client(postgresSettings(url));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EACCES') throw malformed();
    throw new DatabaseError(
      'database_misconfigured',
      `DATABASE_URL names a certificate file that cannot be read (${messageOf(error)}): correct its path`,
    );
  }
}

function malformed(): DatabaseError {
  return new DatabaseError(
    'database_misconfigured',
    `DATABASE_URL is not of the form postgres://user:password@host:5432/database: ${ENCODE_IT}`,
  );
}

function toOpeningError(error: unknown, client: pg.Client): DatabaseError {
  const [code, message] =
    error instanceof pg.DatabaseError ? refusal(error.code ?? '', client) : failure(error, client);
  return new DatabaseError(code, message, { cause: error });
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function refusal(code: string, client: pg.Client): [DatabaseErrorCode, string] {
  const server = nameOf(client);
  const database = `database "${client.database}"`;
  switch (code) {
    case '28P01':
      return [
        'database_misconfigured',
        `${server} refuses user "${client.user}" for ${database}, the password or the user is wrong: correct both in DATABASE_URL, and ${ENCODE_IT}`,
      ];
    case '28000':
      return [
        'database_misconfigured',
        `${server} does not let user "${client.user}" into ${database} from here: there is no such user, it may not log in, pg_hba.conf does not allow it, or TLS is required (add ?sslmode=verify-full to DATABASE_URL)`,
      ];
    case '42501':
      return [
        'database_misconfigured',
        `${server} does not let user "${client.user}" into ${database}: run GRANT CONNECT ON DATABASE "${client.database}" TO "${client.user}", or correct DATABASE_URL`,
      ];
    case '3D000':
      return [
        'database_misconfigured',
        `${server} has no ${database}: create it with CREATE DATABASE "${client.database}", or correct DATABASE_URL`,
      ];
    case '53300':
      return [
        'database_unreachable',
        `${server} has no connection left for ${database}: raise its max_connections, or end what holds them`,
      ];
    case '57P03':
      return [
        'database_unreachable',
        `${server} is starting or stopping and takes no connection to ${database} yet: try again in a moment`,
      ];
    default:
      return [
        'database_misconfigured',
        `${server} refuses the connection to ${database} (${code}): its log says why; check DATABASE_URL`,
      ];
  }
}

/** What is not from PostgreSQL itself is about the connection. The driver gives some of it no code. */
function failure(error: unknown, client: pg.Client): [DatabaseErrorCode, string] {
  const server = nameOf(client);
  const message = messageOf(error);
  if (message.startsWith('SASL')) {
    return [
      'database_misconfigured',
      `${server} wants a password of user "${client.user}" for database "${client.database}" and cannot use what it is given: set postgres://user:password@… in DATABASE_URL`,
    ];
  }
  if (TLS_CODES.test(codeOf(error)) || message.includes('SSL')) {
    return [
      'database_misconfigured',
      `No TLS with ${server} for database "${client.database}" (${message}): where it has none, add ?sslmode=disable to DATABASE_URL; where its certificate is not known here, add ?sslmode=verify-full&sslrootcert=<file of its authority>`,
    ];
  }
  return [
    'database_unreachable',
    `${server} does not answer for database "${client.database}" (${codeOf(error) || message}): is it running, and can it be reached from here? Check host and port in DATABASE_URL`,
  ];
}

function nameOf({ host, port }: pg.Client): string {
  return `PostgreSQL at ${host.startsWith('/') ? host : `${host}:${port}`}`;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
