/** A string, or one of the marks that structure JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Keys that stand twice in one object of a valid JSON text; `JSON.parse` would keep the last one silently. */
export function duplicateKeys(json: string): string[] {
  const duplicates = new Set<string>();
  const open: Array<Set<string> | null> = [];
  const tokens = json.match(TOKEN) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"') && tokens[index + 1] === ':') {
      const keys = open.at(-1);
      const key = JSON.parse(token) as string;
      if (keys?.has(key)) duplicates.add(key);
      keys?.add(key);
    }
  }
  return [...duplicates];
}
