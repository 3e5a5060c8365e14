import { finding, isObject, type Finding } from '../finding.ts';
import type { PackageFiles } from '../package-files.ts';
import { jsonObject } from './json-object.ts';

const FILE = 'requirements.json';
const TYPES =
  'automations channel_integrations custom_objects macros targets views ticket_fields triggers user_fields organization_fields webhooks custom_objects_v2'.split(
    ' ',
  );
const MANDATORY: Record<string, string[]> = {
  webhooks: ['name', 'status', 'endpoint', 'http_method', 'request_format'],
  user_fields: ['title', 'key'],
  organization_fields: ['title', 'key'],
  channel_integrations: [],
  custom_objects: [],
  custom_objects_v2: [],
};
const MAX_COUNT = 5000;

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/apps_requirements/ ; we ship none. */
export function requirementFindings(files: PackageFiles): Finding[] {
  if (!files.contents.has(FILE)) return [];
  const { value, findings } = jsonObject(files, FILE);
  const entries = Object.entries(value ?? {}).flatMap(([type, given]) =>
    Object.entries(isObject(given) ? given : {}).map(([name, body]) => ({ type, name, body })),
  );
  return [
    ...findings,
    ...Object.keys(value ?? {})
      .filter((type) => !TYPES.includes(type))
      .map((type) => finding(FILE, `has the unknown type ${type}`, `Use ${TYPES.join(', ')}`)),
    ...(entries.length > MAX_COUNT
      ? [finding(FILE, `has ${entries.length} entries`, `Keep to ${MAX_COUNT}`)]
      : []),
    ...entries.flatMap(({ type, name, body }) =>
      (MANDATORY[type] ?? ['title'])
        .filter((key) => !isObject(body) || !body[key])
        .map((key) => finding(`${FILE} ${type}.${name}`, `has no ${key}`, `Add ${key}`)),
    ),
  ];
}
