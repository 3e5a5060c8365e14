/**
 * Stands in the bundle for `lodash.memoize`: remembers results by `keyOf` the arguments, or by the first of them.
 * Garden's theming needs no more of it, and its keys are strings.
 */
// eslint-disable-next-line import-x/no-default-export -- as the package exports it
export default function memoize<A extends unknown[], R>(
  make: (...args: A) => R,
  keyOf: (...args: A) => unknown = (...args) => args[0],
): (...args: A) => R {
  const results = new Map<unknown, R>();
  return (...args) => {
    const key = keyOf(...args);
    if (!results.has(key)) results.set(key, make(...args));
    return results.get(key)!;
  };
}
