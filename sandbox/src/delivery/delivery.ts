import type { Webhook } from '../rule-records.ts';
import type { InvocationStatus } from './retry.ts';

export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface ReceivedResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** One request of an invocation. */
export interface Attempt {
  id: string;
  completedAt: string;
  durationMs: number;
  status: InvocationStatus;
  request: SentRequest;
  response: ReceivedResponse | null;
  error: string | null;
}

export type DeliverySource =
  | { kind: 'rule'; ruleId: number; ruleTitle: string; ticketId: number }
  | { kind: 'event'; eventType: string; ticketId: number };

/** One invocation of a webhook with all its attempts. `request` and `response` are those of the last attempt. */
export interface Delivery {
  /** The invocation id. */
  id: string;
  webhookId: string;
  webhookName: string;
  source: DeliverySource;
  ticketId: number;
  status: InvocationStatus;
  createdAt: string;
  completedAt: string | null;
  /** Lost on the way by a fault: no request was ever made. */
  lost: boolean;
  attempts: Attempt[];
  request: SentRequest | null;
  response: ReceivedResponse | null;
}

/** What is to be delivered. */
export interface Invocation {
  webhook: Webhook;
  /** Renders the body; called when the request is first made. */
  body: () => string;
  source: DeliverySource;
}
