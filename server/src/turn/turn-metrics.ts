import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';

export interface TurnMetrics {
  turn(tenant: string, record: Pick<TurnRecord, 'action' | 'reason' | 'tookMs'>): void;
  failed(tenant: string, settlement: 'retry' | 'dead' | 'done'): void;
}

export function createTurnMetrics(registry: Registry): TurnMetrics {
  const turns = new Counter({
    name: 'assistant_turns_total',
    help: 'Turns by what they did and why',
    labelNames: ['tenant', 'action', 'reason'],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'assistant_turn_failures_total',
    help: 'Failed attempts at a turn, by what became of them',
    labelNames: ['tenant', 'settlement'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'assistant_turn_seconds',
    help: 'From the first nudge to the accepted write',
    labelNames: ['action'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
    registers: [registry],
  });
  return {
    turn(tenant, { action, reason, tookMs }) {
      turns.inc({ tenant, action, reason });
      seconds.observe({ action }, tookMs / 1000);
    },
    failed: (tenant, settlement) => failures.inc({ tenant, settlement }),
  };
}
