import { finding, isObject, type Finding, type Json } from '../finding.ts';
import { textIn, type PackageFiles } from '../package-files.ts';

/** The JSON object in a file of the package, or why there is none. A key that stands twice is a finding. */
export function jsonObject(
  files: PackageFiles,
  path: string,
): { value: Json | undefined; findings: Finding[] } {
  const text = textIn(files, path);
  if (text === undefined) {
    return { value: undefined, findings: [finding(path, 'is missing', 'Add the file')] };
  }
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) throw new SyntaxError('Not an object');
    const twice = repeatedKeys(text);
    const findings = twice.map((key) =>
      finding(path, `has the key "${key}" twice in one object`, 'Leave one of them out'),
    );
    return { value, findings };
  } catch {
    const findings = [finding(path, 'is not a JSON object', 'Mend its syntax')];
    return { value: undefined, findings };
  }
}

/** `JSON.parse` keeps the last of two equal keys silently; Zendesk refuses both. */
function repeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const scopes: Set<string>[] = [];
  for (const [mark, name] of text.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (mark === '{') scopes.push(new Set());
    else if (mark === '}') scopes.pop();
    else if (name !== undefined) {
      if (scopes.at(-1)?.has(name)) repeated.push(name);
      scopes.at(-1)?.add(name);
    }
  }
  return repeated;
}
