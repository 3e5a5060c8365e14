/**
 * An object that an installation made because its app's requirements.json asked for it.
 * https://developer.zendesk.com/api-reference/ticketing/apps/apps/#list-requirements
 */
export interface Requirement {
  identifier: string;
  requirement_id: number | string;
  requirement_type: string;
  account_id: number;
  created_at: string;
  updated_at: string;
}
