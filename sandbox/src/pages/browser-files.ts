import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

const WEB_FOLDER = join(import.meta.dirname, '../web');

/** Only plain names below the folder; no dots that could climb out of it. */
const FILE_PATH = /^\/((?:[a-z-]+\/)*[a-z-]+)\.(ts|css|svg)$/;

const CONTENT_TYPES = {
  ts: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

const loaded = new Map<string, Promise<string>>();

/** Serves the pages' styles and browser modules; TypeScript has its types stripped, once per process. */
export function browserFiles(): RequestHandler {
  return async (req, res, next) => {
    const [, name, extension] = FILE_PATH.exec(req.path) ?? [];
    if (!name || !extension) return next();
    const file = `${name}.${extension}`;
    try {
      if (!loaded.has(file)) loaded.set(file, load(file));
      const text = await loaded.get(file);
      res
        .set('Cache-Control', 'no-cache')
        .type(CONTENT_TYPES[extension as 'ts'])
        .send(text);
    } catch (error) {
      loaded.delete(file);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return next();
      next(error);
    }
  };
}

async function load(file: string): Promise<string> {
  const text = await readFile(join(WEB_FOLDER, file), 'utf8');
  return file.endsWith('.ts') ? withoutTypes(text) : text;
}

/** Node calls the function experimental at its first use; that one warning tells nobody anything. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
