import { call, read } from '../api.ts';

/** A ticket as its requester sees it: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/ */
export interface CustomerRequest {
  id: number;
  subject: string;
  description: string;
  status: string;
  created_at: string;
  updated_at: string;
}

export interface RequestComment {
  id: number;
  author_id: number;
  html_body: string;
  created_at: string;
  attachments?: Array<{ file_name: string; content_url: string }>;
}

export interface Author {
  id: number;
  name: string;
  /** Somebody of the shop: agent, admin or the assistant. */
  agent: boolean;
}

export async function readRequests(): Promise<CustomerRequest[]> {
  const { requests } = await read<{ requests: CustomerRequest[] }>('/api/v2/requests.json');
  return requests.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at));
}

export async function readRequest(id: number): Promise<{
  request: CustomerRequest;
  comments: RequestComment[];
  users: Map<number, Author>;
}> {
  const [{ request }, { comments, users }] = await Promise.all([
    read<{ request: CustomerRequest }>(`/api/v2/requests/${id}.json`),
    read<{ comments: RequestComment[]; users: Author[] }>(
      `/api/v2/requests/${id}/comments.json?per_page=100`,
    ),
  ]);
  return { request, comments, users: new Map(users.map((user) => [user.id, user])) };
}

export async function addComment(id: number, body: string): Promise<void> {
  await call('PUT', `/api/v2/requests/${id}.json`, { request: { comment: { body } } });
}

export async function createRequest(subject: string, body: string): Promise<CustomerRequest> {
  const answer = await call<{ request: CustomerRequest }>('POST', '/api/v2/requests.json', {
    request: { subject, comment: { body } },
  });
  return answer.request;
}
