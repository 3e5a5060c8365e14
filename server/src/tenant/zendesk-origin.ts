import { AppError } from '../errors.ts';

/** For trying out on one machine, where nobody can listen in: without https. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];
/** A name with a dot and no port, as people write it: `acme.zendesk.com`, with or without a path. */
const WITHOUT_SCHEME = /^[\w-]+(\.[\w-]+)+(?=[/?#]|$)/;

/**
 * The address of an account out of what a person gives, `https://acme.zendesk.com/agent` from the browser for example:
 * its origin. Throws `tenant_invalid` for what is none, or is not encrypted; the message repeats nothing, since a
 * password may be in it.
 */
export function zendeskOrigin(text: string): string {
  const trimmed = text.trim();
  const url = URL.parse(WITHOUT_SCHEME.test(trimmed) ? `https://${trimmed}` : trimmed);
  if (url && isAccount(url)) return url.origin;
  throw new AppError('tenant_invalid', '--zendesk-url: write it like https://acme.zendesk.com');
}

function isAccount({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '' || hostname === '') return false;
  return protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.includes(hostname));
}
