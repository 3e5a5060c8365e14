import { isObject, type AppFiles } from './app-files.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { locationProblems } from './location-problems.ts';
import { parameterProblems } from './parameter-problems.ts';

type Manifest = Record<string, unknown>;

const REQUIRED = ['author', 'defaultLocale', 'location', 'frameworkVersion'];
const BOOLEANS = ['private', 'singleInstall', 'signedUrls', 'requirementsOnly', 'marketingOnly'];
const STRINGS = ['name', 'version', 'gaID', 'remoteInstallationURL', 'termsConditionsURL'];
const OAUTH_KEYS = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri'];

const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/ */
export function manifestProblems(source: string, files: AppFiles): string[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(source);
  } catch {
    return ['manifest is not proper JSON'];
  }
  if (!isObject(manifest)) return ['manifest is not a JSON object'];
  const duplicates = duplicateKeys(source);
  return [
    ...(duplicates.length > 0 ? [`Duplicate keys in manifest: ${duplicates.join(', ')}`] : []),
    ...requiredProblems(manifest),
    ...typeProblems(manifest),
    ...localeProblems(manifest, files),
    ...authorProblems(manifest),
    ...versionProblems(manifest),
    ...locationProblems(manifest['location'], files),
    ...parameterProblems(manifest['parameters']),
    ...oauthProblems(manifest),
  ];
}

function requiredProblems(manifest: Manifest): string[] {
  const bodiless = manifest['requirementsOnly'] === true || manifest['marketingOnly'] === true;
  const required = bodiless ? ['author', 'defaultLocale'] : REQUIRED;
  const missing = required.filter((key) => !(key in manifest));
  if (missing.length > 0) return [`Missing required fields in manifest: ${missing.join(', ')}`];
  if (!bodiless) return [];
  return ['location', 'frameworkVersion']
    .filter((key) => key in manifest)
    .map((key) => `An app without pages must not have ${key} in its manifest`);
}

function typeProblems(manifest: Manifest): string[] {
  const wrong = (keys: string[], type: 'boolean' | 'string') =>
    keys
      .filter((key) => manifest[key] !== undefined && typeof manifest[key] !== type)
      .map((key) => `${key} must be a ${type} in manifest`);
  const hosts = manifest['domainWhitelist'];
  const areStrings = Array.isArray(hosts) && hosts.every((host) => typeof host === 'string');
  return [
    ...wrong(BOOLEANS, 'boolean'),
    ...wrong(STRINGS, 'string'),
    ...(hosts === undefined || areStrings ? [] : ['domainWhitelist must be an array of strings']),
  ];
}

function localeProblems({ defaultLocale }: Manifest, files: AppFiles): string[] {
  if (defaultLocale === undefined) return [];
  const locale = String(defaultLocale);
  if (!LOCALE.test(locale)) return [`defaultLocale '${locale}' is not a valid locale`];
  if (files[`translations/${locale}.json`]) return [];
  return [`Missing translation file for locale '${locale}'`];
}

function authorProblems({ author, termsConditionsURL }: Manifest): string[] {
  if (author === undefined) return [];
  if (!isObject(author)) return ['author must be an object in manifest'];
  const texts = ['name', 'email', 'url'].filter(
    (key) => author[key] !== undefined && typeof author[key] !== 'string',
  );
  const urls = { 'author.url': author['url'], termsConditionsURL };
  return [
    ...texts.map((key) => `author.${key} must be a string in manifest`),
    ...Object.entries(urls)
      .filter(([, url]) => typeof url === 'string' && !isWebAddress(url))
      .map(([key, url]) => `${key} is not a valid URL: ${String(url)}`),
  ];
}

function versionProblems({ frameworkVersion, noTemplate }: Manifest): string[] {
  return [
    ...(frameworkVersion === undefined || frameworkVersion === '2.0'
      ? []
      : [`frameworkVersion must be "2.0", not ${JSON.stringify(frameworkVersion)}`]),
    ...(noTemplate === undefined ? [] : ['noTemplate does not exist in framework version 2.0']),
  ];
}

function oauthProblems({ oauth, parameters }: Manifest): string[] {
  if (oauth === undefined) return [];
  const given = isObject(oauth) ? oauth : {};
  const missing = OAUTH_KEYS.filter((key) => !given[key]);
  const list = Array.isArray(parameters) ? parameters : [];
  return [
    ...(missing.length > 0 ? [`Missing oauth fields in manifest: ${missing.join(', ')}`] : []),
    ...(list.some((parameter) => isObject(parameter) && parameter['type'] === 'oauth')
      ? []
      : ['oauth needs a parameter of type oauth']),
  ];
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
