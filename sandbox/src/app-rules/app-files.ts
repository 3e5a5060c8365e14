/** The files of a package: path to content. */
export type AppFiles = Record<string, Uint8Array>;

export function textOf(files: AppFiles, path: string): string | undefined {
  const bytes = files[path];
  return bytes && new TextDecoder().decode(bytes);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
