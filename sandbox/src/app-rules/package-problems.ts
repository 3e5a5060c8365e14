import { textOf, type AppFiles } from './app-files.ts';
import { fileProblems } from './file-problems.ts';
import { manifestProblems } from './manifest-problems.ts';
import { requirementProblems } from './requirement-problems.ts';
import { translationProblems } from './translation-problems.ts';

/**
 * What Zendesk would say of an uploaded package, empty when it takes it. The rules are those of Zendesk's
 * validator (github.com/zendesk/zendesk_apps_support 4.52) that a private app can run into; the wording is ours.
 * Contents are looked at only under a valid manifest, files always.
 */
export function packageProblems(files: AppFiles): string[] {
  const source = textOf(files, 'manifest.json');
  if (source === undefined) return [withoutManifest(files)];
  const problems = manifestProblems(source, files);
  if (problems.length > 0) return [...problems, ...fileProblems(files)];
  const manifest = JSON.parse(source) as Record<string, unknown>;
  return [
    ...translationProblems(manifest, files),
    ...requirementProblems(manifest, files),
    ...fileProblems(files),
  ];
}

function withoutManifest(files: AppFiles): string {
  const nested = Object.keys(files).find((path) => path.endsWith('/manifest.json'));
  return nested
    ? `manifest.json must be at the top of the package, not at ${nested}`
    : 'Could not find manifest.json';
}
