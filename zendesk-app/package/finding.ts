/** One reason for which Zendesk, or we, would not take the package. */
export interface Finding {
  /** File, and place in it. */
  where: string;
  problem: string;
  /** What to do about it. */
  wayOut: string;
}

export function finding(where: string, problem: string, wayOut: string): Finding {
  return { where, problem, wayOut };
}

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
