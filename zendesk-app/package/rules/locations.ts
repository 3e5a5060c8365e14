import { finding, isObject, type Finding, type Json } from '../finding.ts';
import type { PackageFiles } from '../package-files.ts';

const PLACES =
  'top_bar nav_bar ticket_sidebar new_ticket_sidebar user_sidebar organization_sidebar background modal ticket_editor system_top_bar'.split(
    ' ',
  );
/** Places that show an icon of the app's own. */
const WITH_ICON = ['nav_bar', 'top_bar', 'ticket_editor', 'system_top_bar'];

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/#location ; we are in Support only. */
export function locationFindings({ location }: Json, files: PackageFiles): Finding[] {
  if (location === undefined) return [];
  const { support, ...others } = isObject(location) ? location : {};
  if (!isObject(support)) {
    return [finding('manifest.json location', 'has no product "support"', 'Add it')];
  }
  return [
    ...Object.keys(others).map((product) =>
      finding('manifest.json location', `has the product ${product}`, 'Keep "support" alone'),
    ),
    ...Object.entries(support).flatMap(([place, page]) => [
      ...placeFindings(place, page, files),
      ...iconFindings(place, files),
    ]),
  ];
}

function placeFindings(place: string, page: unknown, files: PackageFiles): Finding[] {
  const where = `manifest.json location.support.${place}`;
  if (!PLACES.includes(place)) {
    return [finding(where, 'is no location of Support', `Use one of ${PLACES.join(', ')}`)];
  }
  const { url, flexible = true, autoLoad = true } = isObject(page) ? page : { url: page };
  const findings: Finding[] = [];
  if (typeof flexible !== 'boolean') {
    findings.push(finding(`${where}.flexible`, 'is neither true nor false', 'Write true or false'));
  }
  if (url === undefined && autoLoad === false) return findings;
  const problem = urlProblem(url, files);
  if (problem) {
    const wayOut = 'Name a file of the package, "assets/…", or an https address';
    findings.push(finding(`${where}.url`, problem, wayOut));
  }
  return findings;
}

function urlProblem(url: unknown, files: PackageFiles): string | undefined {
  if (typeof url !== 'string' || url === '') return 'is not there';
  if (url.includes('{{setting.') || url.startsWith('https://')) return undefined;
  if (!url.startsWith('assets/')) return `does not begin with assets/ or https://: ${url}`;
  const [path = ''] = url.split(/[?#]/);
  return files.contents.has(path) ? undefined : `names ${path}, which is not in the package`;
}

/** Zendesk takes the package without it and then shows a blank square. */
function iconFindings(place: string, files: PackageFiles): Finding[] {
  const path = `assets/icon_${place}.svg`;
  if (!WITH_ICON.includes(place) || files.contents.has(path)) return [];
  return [finding(path, `is missing, and ${place} shows it`, 'Add a one-colour SVG')];
}
