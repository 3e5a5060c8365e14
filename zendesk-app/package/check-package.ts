import type { Finding } from './finding.ts';
import { readPackageFiles } from './package-files.ts';
import { fileFindings, zippedBytes } from './rules/files.ts';
import { imageFindings } from './rules/images.ts';
import { jsonObject } from './rules/json-object.ts';
import { locationFindings } from './rules/locations.ts';
import { manifestFindings } from './rules/manifest.ts';
import { parameterFindings } from './rules/parameters.ts';
import { requirementFindings } from './rules/requirements.ts';
import { translationFindings } from './rules/translations.ts';

export interface PackageCheck {
  findings: Finding[];
  /** Of the zip, nearly. */
  bytes: number;
}

/**
 * Applies the rules of Zendesk's upload (github.com/zendesk/zendesk_apps_support 4.52), and our own on top, to a
 * folder as zcli would pack it. Rejects when the folder does not exist.
 */
export async function checkPackage(folder: string): Promise<PackageCheck> {
  const files = await readPackageFiles(folder);
  const { value: manifest, findings } = jsonObject(files, 'manifest.json');
  const all = manifest
    ? [
        ...findings,
        ...manifestFindings(manifest, files),
        ...locationFindings(manifest, files),
        ...parameterFindings(manifest),
        ...translationFindings(manifest, files),
      ]
    : findings;
  return {
    findings: [
      ...all,
      ...fileFindings(files),
      ...imageFindings(files),
      ...requirementFindings(files),
    ],
    bytes: zippedBytes(files),
  };
}
