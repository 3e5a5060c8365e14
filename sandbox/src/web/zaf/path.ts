/** One step of a ZAF path: `customField:custom_field_99` is name and arguments. */
export interface PathStep {
  name: string;
  args: string[];
}

/**
 * Splits a ZAF path at its dots. `:` starts comma-separated arguments; a dot within an argument is written `\.`.
 */
export function parsePath(path: string): PathStep[] {
  const steps = path.split(/(?<!\\)\./).map((step) => step.replaceAll('\\.', '.'));
  return steps.map((step) => {
    const colon = step.indexOf(':');
    if (colon < 0) return { name: step, args: [] };
    return { name: step.slice(0, colon), args: step.slice(colon + 1).split(',') };
  });
}
