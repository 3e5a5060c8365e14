import type { AppFiles } from './app-files.ts';

/** Refused by name, wherever in the package. */
const BLOCKED =
  /\.(rar|zip|gz|gzip|pdf|docx?|avi|bin|bz2?|csh|sh|jar|mp3|mpeg|odt|pptx?|xlsx?|7z)$/i;

/** Refused by their first bytes, whatever the name says. */
const MAGIC = { zip: '504b0304', gzip: '1f8b', pdf: '25504446', rar: '52617221', '7z': '377abcaf' };

const BANNER_SIZES = ['830x200', '1660x400'];

export function fileProblems(files: AppFiles): string[] {
  return [
    ...Object.entries(files).flatMap(([path, bytes]) => typeProblem(path, bytes) ?? []),
    ...bannerProblems(files['assets/banner.png']),
  ];
}

function typeProblem(path: string, bytes: Uint8Array): string | undefined {
  const kind = BLOCKED.exec(path)?.[1]?.toLowerCase() ?? sniffed(bytes);
  return kind && `Unsupported file type ${kind}: ${path}`;
}

function sniffed(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return Object.entries(MAGIC).find(([, magic]) => start.startsWith(magic))?.[0];
}

function bannerProblems(banner: Uint8Array | undefined): string[] {
  if (!banner) return [];
  const image = Buffer.from(banner);
  if (image.subarray(1, 4).toString() !== 'PNG' || image.length < 24) {
    return ['assets/banner.png is not a PNG'];
  }
  const size = `${image.readUInt32BE(16)}x${image.readUInt32BE(20)}`;
  if (BANNER_SIZES.includes(size)) return [];
  return [`assets/banner.png is ${size}, not ${BANNER_SIZES.join(' or ')}`];
}
