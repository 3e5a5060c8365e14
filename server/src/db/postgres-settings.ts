import pg from 'pg';

/** PostgreSQL allows 100 connections by default: ten each leave room for several processes and an operator. */
const poolSize = 10;
/** A new connection takes milliseconds; a webhook has to be answered within 10 to 12 s. */
const connectTimeoutMs = 5_000;
/** Our statements take milliseconds; the server ends what does not. */
const statementTimeoutMs = 8_000;
/** A little more, for a server that has gone and ends nothing. */
const answerTimeoutMs = 9_000;
/** A transaction of ours waits for nothing but the database. */
const idleInTransactionTimeoutMs = 10_000;

/** int8: our counts and epoch milliseconds, all below 2^53. */
const int8 = 20;

/** How we connect, with every limit. */
export function postgresSettings(url: string): pg.PoolConfig {
  return {
    connectionString: url,
    application_name: 'smart-assistant',
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    query_timeout: answerTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    keepAlive: true,
    types: { getTypeParser },
  };
}

const getTypeParser = ((type, format) =>
  type === int8
    ? toSafeInteger
    : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser;

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('An int8 is larger than 2^53');
  return value;
}
