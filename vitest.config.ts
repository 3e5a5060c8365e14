import { defineConfig } from 'vitest/config';

const setupFiles = ['./test/setup.ts'];

/** Rooms whose tests never open a database: once is enough for them. */
const withoutDatabase = ['assistant', 'config', 'http', 'zendesk'].map(
  (room) => `server/test/${room}/**/*.test.ts`,
);

/** A run against a real account (sandbox/README.md) is the one that may reach the network. */
const contractSetup = process.env['CONTRACT_ZENDESK_URL'] ? [] : setupFiles;

const room = (name: string, include: string[], files = setupFiles) => ({
  extends: true as const,
  test: { name, include, setupFiles: files },
});

const server = (
  dialect: 'sqlite' | 'postgres',
  more: { exclude?: string[]; globalSetup?: string },
) => ({
  extends: true as const,
  test: {
    name: `server-${dialect}`,
    include: ['server/test/**/*.test.ts'],
    setupFiles,
    env: { TEST_DATABASE: dialect },
    ...more,
  },
});

export default defineConfig({
  test: {
    pool: 'forks',
    // Two cores is what a small build machine has; more forks only make each other's clocks late.
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    teardownTimeout: 5_000,
    projects: [
      room('shared', ['shared/test/**/*.test.ts']),
      room('sandbox', ['sandbox/test/**/*.test.ts']),
      room('contract', ['sandbox/contract/**/*.test.ts'], contractSetup),
      room('zendesk-app', ['zendesk-app/test/**/*.test.{ts,tsx}']),
      server('sqlite', {}),
      server('postgres', {
        exclude: withoutDatabase,
        globalSetup: './server/test/support/postgres-server.ts',
      }),
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts', 'demo/**/*.test.ts'],
          setupFiles,
          // A browser, a server and a sandbox start in a hook here.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
