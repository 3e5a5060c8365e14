import { isObject, textOf, type AppFiles } from './app-files.ts';

const FILE = /^translations\/([^/]+)\.json$/;
const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;

const PRIVATE_KEYS = ['name'];
/** What the Marketplace shows. */
const PUBLIC_KEYS = ['name', 'short_description', 'long_description', 'installation_instructions'];

/** Files of `translations/`; those that do not end in .json are nobody's business. */
export function translationProblems(manifest: Record<string, unknown>, files: AppFiles): string[] {
  const required = manifest['private'] === false ? PUBLIC_KEYS : PRIVATE_KEYS;
  return Object.keys(files).flatMap((path) => {
    const locale = FILE.exec(path)?.[1];
    if (!locale) return [];
    if (!LOCALE.test(locale)) return [`${path} is not named after a locale`];
    return contentProblems(path, textOf(files, path) ?? '', locale === 'en' ? required : []);
  });
}

function contentProblems(path: string, source: string, required: string[]): string[] {
  let translation: unknown;
  try {
    translation = JSON.parse(source);
  } catch {
    return [`${path} is not valid JSON`];
  }
  if (!isObject(translation)) return [`${path} is not a JSON object`];
  const app = isObject(translation['app']) ? translation['app'] : {};
  // `description` is the old name of the short one.
  const given = { ...('description' in app ? { short_description: '' } : {}), ...app };
  const missing = required.filter((key) => !(key in given));
  return [
    ...missing.map((key) => `Missing required key app.${key} in ${path}`),
    ...parameterProblems(path, app['parameters']),
    ...('package' in app && !hasTitledLeaves(app)
      ? [`${path} has app.package, so every text must be an object of title and value`]
      : []),
  ];
}

function parameterProblems(path: string, parameters: unknown): string[] {
  return Object.entries(isObject(parameters) ? parameters : {})
    .filter(([, value]) => !isObject(value) || !('label' in value))
    .map(([name]) => `Missing required key app.parameters.${name}.label in ${path}`);
}

function hasTitledLeaves(node: Record<string, unknown>): boolean {
  return Object.entries(node).every(([key, value]) => {
    if (key === 'package') return true;
    if (!isObject(value)) return false;
    return ('title' in value && 'value' in value) || hasTitledLeaves(value);
  });
}
