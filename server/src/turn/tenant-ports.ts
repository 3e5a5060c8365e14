import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { AnswerEngine } from '../answer/answer.ts';
import type { Config } from '../config.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { stateSigner } from '../tenant/state-signer.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import type { AccountGovernors } from '../zendesk/account-governors.ts';
import { createZendeskClient } from '../zendesk/client.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { createFreshKnowledge } from './fresh-knowledge.ts';
import type { TurnPorts } from './run-turn.ts';

export interface TenantPortsOptions {
  config: Pick<Config, 'masterKey' | 'requestTimeoutMs'>;
  tenants: Pick<TenantStore, 'get'>;
  conversations: ConversationStore;
  knowledge: Knowledge;
  /** One rate governor per Zendesk account, whatever shops and credentials use it. */
  governors: Pick<AccountGovernors, 'governorFor'>;
  metrics: Pick<Metrics, 'zendeskCalls'>;
  logger: Logger;
  now: () => number;
}

/** What a turn needs to act for one shop: signed in, with its key and its articles. Kept between turns. */
export function createTenantPorts(options: TenantPortsOptions) {
  const { config, tenants, conversations, knowledge, logger, now } = options;
  const clients = new Map<string, { credentials: string; zendesk: ZendeskClient }>();
  const signers = new Map<string, Promise<StateSigner>>();
  const freshKnowledge = createFreshKnowledge({ knowledge, now, logger });
  let answerEngine: Promise<AnswerEngine> | undefined;

  /** Loaded with the first question: language detection takes 90 MB, which a process that only receives never pays. */
  const loadAnswerEngine = () =>
    (answerEngine ??= import('../answer/knowledge-answer.ts').then(({ knowledgeAnswer }) =>
      knowledgeAnswer({ search: knowledge.search }),
    ));

  /** A new client when the shop's account or credentials changed; its sign-in lives on otherwise. */
  function clientFor({ slug, zendeskUrl, credentials }: Tenant): ZendeskClient {
    const identity = JSON.stringify([zendeskUrl, credentials]);
    const known = clients.get(slug);
    if (known?.credentials === identity) return known.zendesk;

    const zendesk = createZendeskClient({
      baseUrl: zendeskUrl,
      credentials,
      timeoutMs: config.requestTimeoutMs,
      now,
      governor: options.governors.governorFor(zendeskUrl),
      onCall: ({ method, status, priority }) =>
        options.metrics.zendeskCalls.inc({ method, status: String(status ?? 'none'), priority }),
    });
    clients.set(slug, { credentials: identity, zendesk });
    return zendesk;
  }

  function signerFor(slug: string): Promise<StateSigner> {
    const known = signers.get(slug) ?? stateSigner(config.masterKey, slug);
    signers.set(slug, known);
    return known;
  }

  return {
    signerFor,

    /** Ends with the help center reads that are under way. */
    settled: freshKnowledge.settled,

    /** Nothing when there is no such shop any more. */
    async portsFor(slug: string): Promise<{ tenant: Tenant; ports: TurnPorts } | undefined> {
      const tenant = await tenants.get(slug);
      if (!tenant) return undefined;

      const zendesk = clientFor(tenant);
      return {
        tenant,
        ports: {
          conversations,
          zendesk,
          signer: await signerFor(slug),
          now,
          answer: async (question) => {
            await freshKnowledge.ensure(slug, zendesk.background);
            const answer = await loadAnswerEngine();
            return answer(question);
          },
        },
      };
    },
  };
}
