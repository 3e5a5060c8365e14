import type { StatementSync } from 'node:sqlite';
import type { SqlValue } from './database.ts';
import { toDatabaseError } from './sqlite-error.ts';
import { openFile } from './sqlite-opening.ts';
import { storable } from './statement.ts';

/** The code holds some tens of statements; IN lists of all lengths are what could make more. */
const cachedStatements = 300;

export interface SqliteConnection {
  run(sql: string, params?: readonly SqlValue[]): object[];
  inTransaction(): boolean;
  close(): void;
}

/** Opens or creates the file and its folder, and makes sure that a commit survives a power cut. */
export function openSqlite(path: string): SqliteConnection {
  const database = openFile(path);
  const statements = new Map<string, StatementSync>();

  function prepare(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known) return known;

    const oldest = statements.size >= cachedStatements ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  return {
    run(sql, params = []) {
      try {
        return prepare(sql)
          .all(...params.map(storable))
          .map((row) => ({ ...row }));
      } catch (error) {
        throw toDatabaseError(error, sql);
      }
    },
    inTransaction: () => database.isTransaction,
    close: () => database.close(),
  };
}
