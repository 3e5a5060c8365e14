import { call, read } from '../api.ts';
import type { User } from '../session.ts';

/** `GET /sandbox.json`, as far as the page shows it. */
export interface AccountDescription {
  subdomain: string;
  url: string;
  now: string;
  clock: 'system' | 'virtual';
  credentials: {
    clientId: string;
    clientSecret: string;
    admin: { email: string; apiToken: string };
  };
  users: User[];
  tickets: Array<{ id: number; subject: string; status: string; requester_id: number }>;
  webhooks: Array<{
    id: string;
    name: string;
    endpoint: string;
    status: string;
    signing_secret?: { secret: string };
  }>;
  triggers: Array<{
    id: number;
    title: string;
    active: boolean;
    position: number;
    conditions: { all: Condition[]; any: Condition[] };
    actions: Array<{ field: string; value: unknown }>;
  }>;
  installations: Array<{ id: number; app_id: number; manifest: { name?: string } }>;
  switches: Record<string, unknown>;
  faults: { api: ArmedFault[]; delivery: Record<string, unknown> };
  calls: Call[];
}

export interface Condition {
  field: string;
  operator: string;
  value: unknown;
}

export interface ArmedFault {
  kind: string;
  times?: number;
  match: { method: string | null; path: string | null };
}

export interface Call {
  method: string;
  path: string;
  status: number;
  userId: number | null;
  at: string;
}

export interface Attempt {
  id: string;
  durationMs: number;
  status: string;
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  response: { status: number; headers: Record<string, string>; body: string } | null;
  error: string | null;
}

export interface Delivery {
  id: string;
  webhookName: string;
  ticketId: number;
  status: string;
  createdAt: string;
  lost: boolean;
  source: { kind: string; ruleTitle?: string; eventType?: string };
  attempts: Attempt[];
}

export const readAccount = () => read<AccountDescription>('/sandbox.json');

export async function readDeliveries(): Promise<Delivery[]> {
  return (await read<{ deliveries: Delivery[] }>('/sandbox/deliveries')).deliveries;
}

export const armFaults = (order: object) => call('POST', '/sandbox/faults', order);
export const advanceClock = (advance: string) => call('POST', '/sandbox/clock', { advance });
export const setSwitch = (name: string, value: unknown) =>
  call('POST', '/sandbox/switches', { [name]: value });
