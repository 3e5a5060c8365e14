/** The four error envelopes that Zendesk uses (string error, object error, errors[], error + details). */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface Detail {
  description: string;
  error?: string | null;
  [key: string]: unknown;
}

export const notFound = () =>
  new ApiError(404, { error: 'RecordNotFound', description: 'Not found' });

export const invalidEndpoint = () =>
  new ApiError(404, { error: 'InvalidEndpoint', description: 'Not found' });

/** An object under `error`, unlike all the others. */
export const forbidden = (message = 'You do not have access to this page.') =>
  new ApiError(403, { error: { title: 'Forbidden', message } });

export const unauthorized = () => new ApiError(401, { error: "Couldn't authenticate you" });

export const invalidToken = () =>
  new ApiError(401, {
    error: 'invalid_token',
    error_description:
      'The access token provided is expired, revoked, malformed or invalid for other reasons.',
  });

/** `details` is a map from field to a list of problems; `base` is only one of its keys. */
export const recordInvalid = (details: Record<string, Detail[]>) =>
  new ApiError(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details,
  });

export const invalidBase = (description: string) => recordInvalid({ base: [{ description }] });

/** The webhooks API and pagination errors use an array. */
export const errorList = (status: number, code: string, detail: string) =>
  new ApiError(status, { errors: [{ id: '', code, title: spaced(code), detail }] });

export const updateConflict = () =>
  new ApiError(409, {
    error: 'UpdateConflict',
    description: 'Safe Update prevented the update due to outdated ticket data.',
  });

function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2');
}
