import type { Request } from 'express';
import { ApiError } from './errors.ts';

type Body = Record<string, unknown>;

/** The object under `key` of a JSON body: `{"ticket": {…}}`. */
export function readBody<T extends object = Body>(req: Request, key: string): T {
  const body = req.body as Body | undefined;
  const value = body?.[key];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(400, {
      error: {
        title: 'Invalid attribute',
        message: `You passed an invalid value for the ${key} attribute. must be an object`,
      },
    });
  }
  return value as T;
}
