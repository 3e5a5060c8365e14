/**
 * Stands in the bundle for `lodash.get`, which Garden's theming asks for nothing but colour names with dots, such as
 * `background.default`: that needs no parser of paths.
 */
// eslint-disable-next-line import-x/no-default-export -- as the package exports it
export default function get(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], object);
}
