import { isObject } from './app-files.ts';

type Parameter = Record<string, unknown>;

/** `password` was taken out of the validator in April 2026. */
const TYPES = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];
const SCOPES = [
  'header',
  'body',
  'url',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
];

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/#parameters */
export function parameterProblems(parameters: unknown): string[] {
  if (parameters === undefined) return [];
  if (!Array.isArray(parameters) || !parameters.every(isObject)) {
    return ['parameters must be an array of objects'];
  }
  const names = parameters.map(({ name }) => name);
  const duplicates = names.filter((name, index) => names.indexOf(name) !== index);
  const oauth = parameters.filter(({ type }) => type === 'oauth');
  return [
    ...[...new Set(duplicates)].map((name) => `Duplicate app parameter: ${String(name)}`),
    ...(oauth.length > 1 ? ['There may be one parameter of type oauth'] : []),
    ...(oauth.some(({ secure }) => secure) ? ['An oauth parameter cannot be secure'] : []),
    ...parameters.flatMap(singleProblems),
  ];
}

function singleProblems(parameter: Parameter): string[] {
  const { name, type = 'text', required, secure } = parameter;
  const problems: string[] = [];
  if (typeof name !== 'string' || name === '') return ['A parameter has no name'];
  if (name === 'name') problems.push("Can't call a parameter 'name'");
  if (!TYPES.includes(String(type))) {
    problems.push(`Type ${String(type)} of parameter ${name} is invalid`);
  }
  if (type === 'hidden' && required === true) {
    problems.push(`Parameter ${name} is hidden and cannot be required`);
  }
  for (const [key, value] of Object.entries({ required, secure })) {
    if (value !== undefined && typeof value !== 'boolean') {
      problems.push(`${key} of parameter ${name} must be true or false`);
    }
  }
  return [...problems, ...scopeProblems(name, parameter)];
}

function scopeProblems(name: string, { scopes, secure }: Parameter): string[] {
  if (scopes === undefined) return [];
  if (secure !== true) return [`scopes of parameter ${name} need secure: true`];
  if (!Array.isArray(scopes) || scopes.length === 0) {
    return [`scopes of parameter ${name} must be an array with something in it`];
  }
  const unknown = scopes.filter((scope) => !SCOPES.includes(String(scope)));
  if (unknown.length === 0) return [];
  return [`scopes of parameter ${name} cannot contain ${unknown.join(', ')}`];
}
