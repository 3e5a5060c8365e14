/**
 * Why our server could not be asked. offline: this browser has no network. down: nothing answered, or only an
 * error of the server's own. slow: no answer in time. refused: it will not say, see `serverCode`. busy: it was
 * asked too often. too_large: more than fits, of the request or of its answer. unreadable: an answer this
 * version of the app does not understand.
 */
export type BackendProblem =
  'offline' | 'down' | 'slow' | 'refused' | 'busy' | 'too_large' | 'unreadable';

interface Details {
  /** HTTP status; 0 when there was no answer. */
  status?: number;
  /** The stable code of the server's refusal, such as `state_not_verified`. */
  serverCode?: string | undefined;
  cause?: unknown;
}

/** The one way in which the calls of this folder fail. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly code: BackendProblem;
  readonly status: number;
  readonly serverCode: string | undefined;

  constructor(code: BackendProblem, path: string, { status = 0, serverCode, cause }: Details = {}) {
    super(`The server is ${code} (status ${status}): POST ${path}`, { cause });
    this.code = code;
    this.status = status;
    this.serverCode = serverCode;
  }
}
