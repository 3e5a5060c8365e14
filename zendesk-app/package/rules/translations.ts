import { finding, isObject, type Finding, type Json } from '../finding.ts';
import type { PackageFiles } from '../package-files.ts';
import { jsonObject } from './json-object.ts';
import { LOCALE } from './manifest.ts';
import { parametersIn } from './parameters.ts';

/** Zendesk asks a private app for its name alone; admins read all of these. */
const TEXTS = ['name', 'short_description', 'long_description', 'installation_instructions'];

const FILE = /^translations\/([^/]+)\.json$/;

export function translationFindings(manifest: Json, files: PackageFiles): Finding[] {
  return [...files.contents.keys()].flatMap((path) => {
    const locale = FILE.exec(path)?.[1];
    if (!locale) return [];
    if (!LOCALE.test(locale)) {
      return [
        finding(path, 'is not named after a locale of Zendesk', 'Use a form like pt-BR.json'),
      ];
    }
    const { value, findings } = jsonObject(files, path);
    return value ? [...findings, ...contentFindings(path, value, manifest)] : findings;
  });
}

function contentFindings(path: string, translation: Json, manifest: Json): Finding[] {
  const app = isObject(translation['app']) ? translation['app'] : {};
  const missing = TEXTS.filter((key) => !isText(app[key])).map((key) => `app.${key}`);
  const labels = isObject(app['parameters']) ? app['parameters'] : {};
  const names = parametersIn(manifest['parameters']).map(({ name }) => String(name));
  for (const name of new Set([...names, ...Object.keys(labels)])) {
    const { label, helpText } = isObject(labels[name]) ? labels[name] : ({} as Json);
    if (!isText(label)) missing.push(`app.parameters.${name}.label`);
    if (!isText(helpText)) missing.push(`app.parameters.${name}.helpText`);
  }
  for (const place of placesIn(manifest)) {
    const { title } = isObject(translation[place]) ? translation[place] : ({} as Json);
    if (!isText(title)) missing.push(`${place}.title`);
  }
  return [
    ...missing.map((key) => finding(path, `has no ${key}`, 'Add the text')),
    ...('package' in app
      ? [finding(path, 'has app.package, which is for Zendesk’s own apps', 'Leave it out')]
      : []),
  ];
}

function placesIn({ location }: Json): string[] {
  const { support } = isObject(location) ? location : {};
  return Object.keys(isObject(support) ? support : {});
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
