import { finding, isObject, type Finding, type Json } from '../finding.ts';

const TYPES = 'text checkbox url number multiline hidden oauth'.split(' ');
const SCOPES =
  'header body url jwt_secret_key jwt_claim basic_auth_username basic_auth_password'.split(' ');

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/#parameters */
export function parameterFindings({ parameters }: Json): Finding[] {
  if (parameters === undefined) return [];
  if (!Array.isArray(parameters)) {
    return [finding('manifest.json parameters', 'is no list', 'Write a list of objects')];
  }
  const names = parametersIn(parameters).map(({ name }) => String(name));
  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => finding(place(name), 'is there twice', 'Rename or remove one of them')),
    ...parametersIn(parameters).flatMap((parameter) => [
      ...shapeFindings(parameter),
      ...secretFindings(parameter),
    ]),
  ];
}

export function parametersIn(parameters: unknown): Json[] {
  return Array.isArray(parameters) ? parameters.map((each) => (isObject(each) ? each : {})) : [];
}

const place = (name: unknown) => `manifest.json parameters ${String(name)}`;

function shapeFindings({ name, type = 'text', required, secure }: Json): Finding[] {
  const findings: Finding[] = [];
  if (typeof name !== 'string' || name === '' || name === 'name') {
    findings.push(finding(place(name), 'is not a name Zendesk takes', 'Choose another name'));
  }
  if (!TYPES.includes(String(type))) {
    const wayOut = `Use one of ${TYPES.join(', ')}; for secrets "text" with "secure": true`;
    findings.push(finding(place(name), `has the unknown type ${String(type)}`, wayOut));
  }
  for (const [key, value] of Object.entries({ required, secure })) {
    if (value === undefined || typeof value === 'boolean') continue;
    findings.push(finding(place(name), `has ${key} as text`, `Write ${key} without quotes`));
  }
  if (type === 'hidden' && required) {
    findings.push(finding(place(name), 'is hidden and required', 'Make it optional'));
  }
  return findings;
}

/** A secret without scopes could be read by whoever writes a request that sends it elsewhere. */
function secretFindings({ name, type, secure, scopes, default: preset }: Json): Finding[] {
  if (!secure) {
    if (scopes === undefined) return [];
    return [finding(place(name), 'has scopes and is not secure', 'Add "secure": true')];
  }
  const list = Array.isArray(scopes) ? scopes.map(String) : [];
  const unknown = list.filter((scope) => !SCOPES.includes(scope));
  return [
    ...(list.length === 0
      ? [finding(place(name), 'is secure without scopes', 'Say where it may go: "scopes": […]')]
      : []),
    ...unknown.map((scope) =>
      finding(place(name), `has the unknown scope ${scope}`, `Use one of ${SCOPES.join(', ')}`),
    ),
    ...(preset === undefined
      ? []
      : [finding(place(name), 'carries its secret as a default', 'Leave the default out')]),
    ...(type === 'oauth' ? [finding(place(name), 'is oauth and secure', 'Drop "secure"')] : []),
  ];
}
