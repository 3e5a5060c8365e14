/** A string (to its end or the text's), one of the marks of JSON, or a run of anything else. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*\\?(?:"|$)|[{}[\]:,]|[^\s"{}[\]:,]+/g;

export interface TopLevelFields {
  /** Scalar values of the outermost object as text, without quotes; the first one where a key repeats. */
  first: ReadonlyMap<string, string>;
  /** Some key came twice: a value with bare quotes in it is the usual reason. */
  hasRepeats: boolean;
}

/**
 * Reads the keys of the outermost object from left to right, from text that may not be JSON. A value with
 * bare quotes can add keys behind itself, never in front: what comes first can be relied on most.
 */
export function topLevelFields(text: string): TopLevelFields {
  const first = new Map<string, string>();
  const tokens = text.match(TOKEN) ?? [];
  let hasRepeats = false;
  let depth = 0;

  tokens.forEach((token, index) => {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1 && token.startsWith('"') && tokens[index + 1] === ':') {
      const key = token.slice(1, -1);
      if (first.has(key)) hasRepeats = true;
      else first.set(key, unquoted(tokens[index + 2] ?? ''));
    }
  });
  return { first, hasRepeats };
}

function unquoted(token: string): string {
  return token.startsWith('"') ? token.replace(/^"|"$/g, '') : token;
}
