import { EventEmitter } from 'node:events';
import type { Database, SqlValue } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { createGroupCommit } from './group-commit.ts';
import { openSqlite } from './sqlite-connection.ts';
import { assertOutsideTransaction } from './transaction-scope.ts';

/** A `Database` on one SQLite file: one connection, one group of transactions at a time. */
export function openSqliteDatabase(path: string): Database {
  const connection = openSqlite(path);
  const commits = createGroupCommit(connection);
  const announcements = new EventEmitter().setMaxListeners(0);
  const announced = new Set<string>();
  let closed = false;

  function assertUsable(): void {
    if (closed) throw new DatabaseError('database_misused', 'The database is closed');
    assertOutsideTransaction();
  }

  return {
    dialect: 'sqlite',
    async query<Row extends object>(sql: string, params: readonly SqlValue[] = []) {
      assertUsable();
      // Nothing uncommitted is to be seen now, and a read needs no lock.
      const canReadNow = /^\s*SELECT\b/i.test(sql) && !connection.inTransaction();
      if (canReadNow) return connection.run(sql, params) as Row[];
      return commits.add((tx) => tx.query<Row>(sql, params));
    },
    async transaction(work) {
      assertUsable();
      return commits.add(work);
    },
    async steps(work) {
      assertUsable();
      return commits.addSteps(work);
    },
    announce(channel) {
      if (announced.has(channel)) return;
      // One for all receives of a group: who listens queries the database each time.
      announced.add(channel);
      setImmediate(() => {
        announced.delete(channel);
        announcements.emit(channel);
      });
    },
    listen(channel, heard) {
      announcements.on(channel, heard);
      return () => void announcements.off(channel, heard);
    },
    async close() {
      if (closed) return;
      closed = true;
      await commits.drained();
      connection.close();
    },
  };
}
