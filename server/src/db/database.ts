import type { Steps } from './steps.ts';

/** Values that mean the same to SQLite and PostgreSQL: text ids, integer milliseconds, JSON as text. */
export type SqlValue = string | number | null;

/** Where the database reports what it did at opening, and trouble it recovers from by itself. */
export interface DatabaseLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface Queryable {
  /** Runs one statement of the common SQL subset, `?` as placeholder; returns its rows (RETURNING included). */
  query<Row extends object = Record<string, SqlValue>>(
    sql: string,
    params?: readonly SqlValue[],
  ): Promise<Row[]>;
}

export interface Database extends Queryable {
  dialect: 'sqlite' | 'postgres';
  /**
   * Runs `work` in a transaction: all of it or nothing is stored, and it is durable when the promise resolves.
   * No network call may happen inside.
   */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /**
   * A transaction of statements only, for what is frequent: on SQLite all that wait run in one go, without the
   * promises, timer and savepoint of a `transaction`. `work` is called again after a conflict or a neighbour's failure.
   */
  steps<Result>(work: () => Steps<Result>): Promise<Result>;
  /** Tells whoever listens on this channel, in every process, soon. A hint that may get lost: listeners poll as well. */
  announce(channel: string): void;
  /** Calls `heard` after announcements, until the returned function is called. */
  listen(channel: string, heard: () => void): () => void;
  /** Ends what is under way, then closes; everything after that is refused. */
  close(): Promise<void>;
}
