import { isObject, textOf, type AppFiles } from './app-files.ts';
import { duplicateKeys } from './duplicate-keys.ts';

const TYPES = [
  'automations',
  'channel_integrations',
  'custom_objects',
  'macros',
  'targets',
  'views',
  'ticket_fields',
  'triggers',
  'user_fields',
  'organization_fields',
  'webhooks',
  'custom_objects_v2',
];
const WITHOUT_TITLE = ['webhooks', 'custom_objects', 'channel_integrations', 'custom_objects_v2'];
const WITH_KEY = ['user_fields', 'organization_fields'];
const WEBHOOK_FIELDS = ['name', 'status', 'endpoint', 'http_method', 'request_format'];
const RETIRED_TARGETS = ['http_target', 'url_target_v2'];
const MAX_REQUIREMENTS = 5000;

/**
 * https://developer.zendesk.com/documentation/apps/app-developer-guide/apps_requirements/ : whether Zendesk can
 * create the objects turns out at the installation only.
 */
export function requirementProblems(
  { requirementsOnly }: Record<string, unknown>,
  files: AppFiles,
): string[] {
  const source = textOf(files, 'requirements.json');
  if (source === undefined) {
    return requirementsOnly === true
      ? ['An app of requirements only has no requirements.json']
      : [];
  }
  let requirements: unknown;
  try {
    requirements = JSON.parse(source);
  } catch {
    return ['requirements.json is not valid JSON'];
  }
  if (!isObject(requirements)) return ['requirements.json is not a JSON object'];
  return [
    ...duplicateKeys(source).map((key) => `Duplicate key in requirements.json: ${key}`),
    ...countProblems(requirements),
    ...Object.entries(requirements).flatMap(([type, entries]) => typeProblems(type, entries)),
  ];
}

function countProblems(requirements: Record<string, unknown>): string[] {
  const count = (entries: unknown) => Object.keys(isObject(entries) ? entries : {}).length;
  const total = Object.values(requirements).reduce((sum: number, each) => sum + count(each), 0);
  return [
    ...(total > MAX_REQUIREMENTS ? [`An app may have ${MAX_REQUIREMENTS} requirements`] : []),
    ...(count(requirements['channel_integrations']) > 1
      ? ['An app may have one channel integration']
      : []),
  ];
}

function typeProblems(type: string, entries: unknown): string[] {
  if (!TYPES.includes(type)) return [`Invalid requirement type '${type}'`];
  if (!isObject(entries)) return [`Requirements of type ${type} must be an object`];
  return Object.entries(entries).flatMap(([identifier, body]) => {
    const given = isObject(body) ? body : {};
    const missing = requiredOf(type).filter((field) => !given[field]);
    return [
      ...missing.map((field) => `Missing required field ${field} in requirement ${identifier}`),
      ...(type === 'targets' && RETIRED_TARGETS.includes(String(given['type']))
        ? [`Target ${identifier} is of a retired type: use webhooks`]
        : []),
    ];
  });
}

function requiredOf(type: string): string[] {
  if (type === 'webhooks') return WEBHOOK_FIELDS;
  if (WITHOUT_TITLE.includes(type)) return [];
  return WITH_KEY.includes(type) ? ['title', 'key'] : ['title'];
}
