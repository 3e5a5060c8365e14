import { isPublicHost } from './rules/manifest.ts';

/** The backend as the package needs it: its address for the setting, its host for `domainWhitelist`. */
export interface Backend {
  url: string;
  host: string;
}

/** Throws a message that names the way out. */
export function parseBackend(text: string): Backend {
  if (!URL.canParse(text)) {
    throw new Error(`"${text}" is no address: write it like https://assistant.example.com`);
  }
  const { protocol, hostname, pathname, search, hash, username, origin } = new URL(text);
  if (protocol !== 'https:') {
    const secure = `https://${hostname || 'assistant.example.com'}`;
    throw new Error(`The backend must be reached by https, not ${protocol}// : try ${secure}`);
  }
  if (username) throw new Error(`Leave the sign-in out of the address: https://${hostname}`);
  if (pathname !== '/' || search || hash) {
    throw new Error(`Leave the path out, the app adds its own: ${origin}`);
  }
  if (!isPublicHost(hostname)) {
    throw new Error(
      `Zendesk cannot reach ${hostname}: name the server's public host. For this machine, "npm run build" makes zendesk-app/dist`,
    );
  }
  return { url: origin, host: hostname };
}
