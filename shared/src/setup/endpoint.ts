const ROUTE = /\/zendesk_webhook\/([^/]+)$/i;

/**
 * Whether two URLs reach the same webhook route. Letter case of the host, a leading `www.`, default ports,
 * doubled or trailing slashes, percent-encoding and a query make no difference; `http` and `https` do.
 */
export function isSameEndpoint(one: string, other: string): boolean {
  const [first, second] = [plain(one), plain(other)];
  return first !== undefined && first === second;
}

/** The tenant's slug in an endpoint of this product, wherever it runs; undefined for any other URL. */
export function slugOfEndpoint(endpoint: string): string | undefined {
  return ROUTE.exec(plain(endpoint) ?? '')?.[1];
}

function plain(endpoint: string): string | undefined {
  const text = endpoint.trim();
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, pathname } = new URL(text);
  const segments = decoded(pathname).split('/').filter(Boolean);
  // The route's own name is matched without regard to case; the slug is not.
  const path = segments.map((part, index) =>
    index < segments.length - 1 ? part.toLowerCase() : part,
  );
  return `${protocol}//${host.replace(/^www\./, '')}/${path.join('/')}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
