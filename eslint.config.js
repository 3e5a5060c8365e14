import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** One zone: files of `target` may import from `allowed` (and from themselves) only, within this repository. */
const room = (target, allowed, message) => ({
  target,
  from: '.',
  except: [target, ...allowed],
  message: message ?? `${target} may import only ${allowed.join(', ') || 'nothing of ours'}`,
});

const src = 'server/src';
const zones = [
  room('./shared', ['./node_modules']),
  room('./zendesk-app/src', ['./shared', './node_modules']),
  room(
    './sandbox/src',
    ['./node_modules'],
    'the sandbox behaves like Zendesk, not like our idea of it',
  ),
  room('./server/src', ['./shared', './node_modules']),
  // The core sees the shape of an answer, never an engine.
  room(`./${src}/assistant`, ['./shared', './node_modules', `./${src}/answer/answer.ts`]),
  { target: `./${src}/webhook`, from: [`./${src}/assistant`, `./${src}/turn`, `./${src}/zendesk`] },
  { target: `./${src}/zendesk`, from: [`./${src}/db`, `./${src}/turn`, `./${src}/webhook`] },
  { target: `./${src}/db`, from: [`./${src}/turn`, `./${src}/webhook`, `./${src}/inbox`] },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'data/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] }),
      ],
      'import-x/extensions': ['.ts', '.tsx', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/config.ts', 'server/src/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts alone reads the environment' },
      ],
    },
  },
  {
    files: ['zendesk-app/src/**/*.tsx', 'zendesk-app/src/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.config.{js,ts}', 'demo/**', 'bench/**', '**/cli/**'],
    rules: { 'no-console': 'off', 'import-x/no-default-export': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/*seed*/**', 'e2e/**'],
    rules: { 'max-lines': 'off' },
  },
);
