import { isObject, type AppFiles } from './app-files.ts';

const SUPPORT_LOCATIONS = [
  'top_bar',
  'nav_bar',
  'ticket_sidebar',
  'new_ticket_sidebar',
  'user_sidebar',
  'organization_sidebar',
  'background',
  'modal',
  'ticket_editor',
  'system_top_bar',
];

/** Products by the names of today and of old. The locations of those other than Support are not checked here. */
const LOCATIONS: Record<string, string[] | undefined> = {
  support: SUPPORT_LOCATIONS,
  zendesk: SUPPORT_LOCATIONS,
};
const OTHER_PRODUCTS = ['chat', 'zopim', 'standalone_chat', 'sell', 'lotus_box'];

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/#location */
export function locationProblems(location: unknown, files: AppFiles): string[] {
  if (location === undefined) return [];
  if (!isObject(location)) return ['location must be an object: product, location, page'];
  return Object.entries(location).flatMap(([product, places]) => {
    const known = LOCATIONS[product];
    if (!known && !OTHER_PRODUCTS.includes(product)) return [`Invalid product '${product}'`];
    if (!isObject(places)) return [`The locations of ${product} must be an object`];
    return Object.entries(places).flatMap(([name, page]) =>
      known && !known.includes(name)
        ? [`Invalid location '${name}' in ${product}`]
        : pageProblems(`${product}.${name}`, page, files),
    );
  });
}

function pageProblems(place: string, page: unknown, files: AppFiles): string[] {
  const options = typeof page === 'string' ? { url: page } : page;
  if (!isObject(options)) return [`Location ${place} must be a URL or an object`];
  const { flexible, autoLoad = true, url } = options;
  return [
    ...(flexible === undefined || typeof flexible === 'boolean'
      ? []
      : [`flexible of location ${place} must be true or false`]),
    ...urlProblems({ place, url, autoLoad }, files),
  ];
}

function urlProblems(
  { place, url, autoLoad }: { place: string; url: unknown; autoLoad: unknown },
  files: AppFiles,
): string[] {
  if (url === undefined || url === '') {
    return autoLoad === false ? [] : [`Location ${place} has no URL`];
  }
  if (typeof url !== 'string') return [`The URL of location ${place} must be a string`];
  if (url.includes('{{setting.') || isPage(url, files)) return [];
  return [`'${url}' is not a valid URL of location ${place}`];
}

/** Either a file of the package below `assets/`, or an https page, or one of a developer's own machine. */
function isPage(url: string, files: AppFiles): boolean {
  if (!URL.canParse(url)) {
    const path = url.replace(/[?#].*$/, '');
    return path.startsWith('assets/') && files[path] !== undefined;
  }
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
}
