/** OAuth clients and the tokens minted for them. */

export interface OAuthClient {
  id: number;
  name: string;
  identifier: string;
  secret: string;
  kind: 'confidential' | 'public';
  user_id: number;
  created_at: string;
}

export interface OAuthToken {
  id: number;
  token: string;
  client_id: number;
  user_id: number;
  scopes: string[];
  created_at: string;
  /** Milliseconds since the epoch; null means that it never expires. */
  expiresAt: number | null;
}

/** What a user agreed to, until it is exchanged for tokens. */
export interface OAuthCode {
  client_id: number;
  user_id: number;
  scope: string;
  redirect_uri: string;
  /** PKCE, S256. */
  challenge: string | undefined;
  expiresAt: number;
}

export interface RefreshToken {
  client_id: number;
  user_id: number;
  scope: string;
  /** The token that was granted with it. */
  accessToken: string;
  expiresAt: number;
}
