import { overviewResponse } from '@smart-assistant/shared/overview-api.ts';
import type { OverviewResponse } from '@smart-assistant/shared/overview-api.ts';
import type { Action, Reason } from '@smart-assistant/shared/reasons.ts';

const HOUR_MS = 3_600_000;

/** Midnight of the reader's day `days` from today. */
export function midnight(days = 0): number {
  const today = new Date();
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime();
}

/** A busy day: everything that the page can show. */
export function busyDay(overrides: Partial<OverviewResponse> = {}): OverviewResponse {
  const now = Date.now();
  return overviewResponse.parse({
    answerMode: 'reply',
    turns: TURNS.map(([action, reason, count]) => ({ action, reason, count })),
    hours: hoursOf(midnight()),
    ratings: { right: 17, wrong: 3 },
    missedWebhooks: 2,
    waiting: { tickets: 3, oldestMs: 12 * 60_000 },
    deadLetters: [
      {
        ticketId: '88',
        diedAt: now,
        attempts: 5,
        errorCode: 'zendesk_forbidden',
        message: 'Zendesk answered 403 Forbidden: PUT /api/v2/tickets/88.json',
      },
    ],
    newest: Array.from({ length: 60 }, (_, index) => {
      const [action, reason] = TURNS[index % TURNS.length]!;
      return {
        ticketId: String(500 - index),
        at: now - index * 180_000,
        action,
        reason,
        ...(action === 'replied' && { confidence: 0.86 }),
        tookMs: 1800 + index * 37,
      };
    }),
    setup: {
      status: 'findings',
      checkedAt: now - HOUR_MS,
      findings: [
        { code: 'trigger_inactive', severity: 'broken', object: 'Notify closed ticket' },
        { code: 'known_to_newer_servers', severity: 'advice', object: 'Take it back' },
      ],
    },
    ...overrides,
  } satisfies OverviewResponse);
}

/** A shop the server knows and where nothing has happened. */
export function emptyDay(overrides: Partial<OverviewResponse> = {}): OverviewResponse {
  return busyDay({
    turns: [],
    hours: [],
    ratings: { right: 0, wrong: 0 },
    missedWebhooks: 0,
    waiting: { tickets: 0, oldestMs: 0 },
    deadLetters: [],
    newest: [],
    setup: { status: 'unknown', findings: [] },
    ...overrides,
  });
}

const TURNS: [Action, Reason, number][] = [
  ['replied', 'answered_from_articles', 96],
  ['drafted', 'answered_from_articles', 4],
  ['handed_over', 'requester_asked_for_person', 14],
  ['handed_over', 'no_article_matches', 9],
  ['handed_over', 'sensitive_topic', 3],
  ['handed_over', 'turn_failed', 1],
  ['stayed_silent', 'agent_has_replied', 31],
  ['stayed_silent', 'own_comment_echo', 40],
  ['stayed_silent', 'paused_by_tag', 2],
  ['ended', 'ticket_solved', 22],
];

const SHARES = [1, 0.3, 0.4, 0.6, 0.2];

/** Busiest at eleven, as shops are. */
function hoursOf(from: number): OverviewResponse['hours'] {
  const actions: Action[] = ['replied', 'drafted', 'handed_over', 'stayed_silent', 'ended'];
  return Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) =>
    actions
      .map((action, index) => ({
        at: from + hour * HOUR_MS,
        action,
        count: Math.round(Math.max(0, 10 - Math.abs(hour - 11)) * SHARES[index]!),
      }))
      .filter(({ count }) => count > 0),
  );
}
