import { finding, type Finding } from '../finding.ts';
import { textIn, type PackageFiles } from '../package-files.ts';

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/styling/ */
const LOGOS = { 'assets/logo.png': 320, 'assets/logo-small.png': 128 };
const BANNER = 'assets/banner.png';
const BANNER_SIZES = ['830×200', '1660×400'];

export function imageFindings(files: PackageFiles): Finding[] {
  const banner = files.contents.get(BANNER);
  return [
    ...Object.entries(LOGOS).flatMap(([path, side]) => {
      const size = pngSize(files.contents.get(path));
      if (size === `${side}×${side}`) return [];
      return [finding(path, `is ${size}`, `Add a PNG of ${side}×${side} pixels`)];
    }),
    ...(banner && !BANNER_SIZES.includes(pngSize(banner))
      ? [finding(BANNER, `is ${pngSize(banner)}`, `Make it ${BANNER_SIZES.join(' or ')}`)]
      : []),
    ...[...files.contents.keys()]
      .filter((path) => path.endsWith('.svg'))
      .filter((path) => /<(script|image|foreignObject)|style=|\son\w+=/i.test(textIn(files, path)!))
      .map((path) =>
        finding(path, 'has parts that Zendesk would rewrite', 'Keep to paths and fill attributes'),
      ),
  ];
}

function pngSize(image: Buffer | undefined): string {
  if (!image) return 'missing';
  const isPng = image.length > 24 && image.subarray(1, 4).toString('latin1') === 'PNG';
  return isPng ? `${image.readUInt32BE(16)}×${image.readUInt32BE(20)}` : 'no PNG';
}
