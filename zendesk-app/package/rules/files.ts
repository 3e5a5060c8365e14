import { deflateRawSync } from 'node:zlib';
import { finding, type Finding } from '../finding.ts';
import { textIn, type PackageFiles } from '../package-files.ts';

const BLOCKED =
  'rar zip gz gzip pdf doc docx avi bin bz bz2 csh sh jar mp3 mpeg odt ppt pptx xls xlsx 7z'.split(
    ' ',
  );

/** Zendesk takes 2 MB; ours is small and shall stay so, since every agent loads it. */
const MAX_ZIP_BYTES = 500_000;
/** What a zip adds for each file: two headers and twice its path. */
const HEADER_BYTES = 76;

const SETTINGS_FILE = 'zcli.apps.config.json';

export function fileFindings(files: PackageFiles): Finding[] {
  const paths = [...files.contents.keys()];
  return [
    ...files.symlinks.map((path) => finding(path, 'is a symbolic link', 'Copy the file instead')),
    ...paths
      .filter((path) => BLOCKED.includes(path.split('.').at(-1)?.toLowerCase() ?? ''))
      .map((path) => finding(path, 'is of a type Zendesk refuses', 'Leave the file out')),
    ...paths
      .filter((path) => path.endsWith('/manifest.json'))
      .map((path) => finding(path, 'is a second manifest', 'Package a clean folder')),
    ...paths
      .filter((path) => /(^|\/)node_modules\/|\.map$/.test(path))
      .slice(0, 1)
      .map((path) =>
        finding(path, 'is no part of an app', 'Add **/*.map or node_modules/** to .zcliignore'),
      ),
    ...(files.contents.has(SETTINGS_FILE)
      ? [finding(SETTINGS_FILE, 'would be packed with its secrets', 'Name it in .zcliignore')]
      : []),
    ...files.ignore
      .filter((line) => line.startsWith('!'))
      .map((line) => finding('.zcliignore', `has "${line}", which empties the zip`, 'Remove it')),
    ...sizeFindings(files),
    ...pageFindings(files),
  ];
}

/** About as many bytes as zcli's zip will have. */
export function zippedBytes({ contents }: PackageFiles): number {
  return [...contents].reduce(
    (sum, [path, bytes]) => sum + deflateRawSync(bytes).length + HEADER_BYTES + 2 * path.length,
    0,
  );
}

function sizeFindings(files: PackageFiles): Finding[] {
  const bytes = zippedBytes(files);
  if (bytes <= MAX_ZIP_BYTES) return [];
  const kilobytes = (count: number) => `${Math.round(count / 1000)} kB`;
  const [largest] = [...files.contents].sort(([, a], [, b]) => b.length - a.length);
  return [
    finding(
      'the zip',
      `would have ${kilobytes(bytes)}, more than ${kilobytes(MAX_ZIP_BYTES)}`,
      `Make it smaller, first ${largest?.[0]}`,
    ),
  ];
}

/** Zendesk serves each version below an address of its own: `/assets/…` would be nobody's. */
function pageFindings(files: PackageFiles): Finding[] {
  return [...files.contents.keys()]
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) =>
      [...(textIn(files, path) ?? '').matchAll(/(?:src|href)="([^"]*)"/g)]
        .map(([, address = '']) => address)
        .filter((address) => /^\/|^http:/.test(address))
        .map((address) =>
          finding(path, `refers to ${address}`, 'Use ./… for own files and https for others'),
        ),
    );
}
