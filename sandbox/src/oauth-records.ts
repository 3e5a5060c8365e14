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
