import { Liquid } from 'liquidjs';
import type { Account } from '../account.ts';
import type { TicketUpdate } from '../triggers/update.ts';
import { LiquidComment, LiquidUser } from './objects.ts';
import { liquidTicket } from './ticket.ts';

/** Unknown placeholders render as nothing; a template can't loop for ever or fill the memory. */
const LIMITS = { parseLimit: 70_000, renderLimit: 2000, memoryLimit: 50_000_000 };

const ENGINES = {
  absent: { escape: newEngine(jsonEscaped, 'absent'), raw: newEngine(printed, 'absent') },
  present: { escape: newEngine(jsonEscaped, 'present'), raw: newEngine(printed, 'present') },
};

/** Classic Liquid has no `json` filter, and passes values through filters that it does not know. */
function newEngine(outputEscape: (value: unknown) => string, json: 'absent' | 'present'): Liquid {
  const engine = new Liquid({ outputEscape, ...LIMITS });
  engine.registerFilter('json', (value: unknown) =>
    json === 'absent' ? value : JSON.stringify(printed(value)),
  );
  return engine;
}

/**
 * Renders a trigger's body. Zendesk does not document whether values are escaped for JSON; the switch `liquid`
 * has both sides. Throws when the template is not valid Liquid.
 */
export function renderTemplate(account: Account, template: string, update: TicketUpdate): string {
  const { liquid, jsonFilter } = account.switches;
  const engine = ENGINES[jsonFilter][liquid === 'escape' ? 'escape' : 'raw'];
  return engine.parseAndRenderSync(template, {
    ticket: liquidTicket(account, update.ticket),
    current_user: new LiquidUser(update.actor.user),
  }) as string;
}

/** Throws when `template` does not parse. */
export function checkTemplate(template: string): void {
  ENGINES.absent.raw.parse(template);
}

function jsonEscaped(value: unknown): string {
  return JSON.stringify(printed(value)).slice(1, -1);
}

/** Webhooks get unformatted text: https://support.zendesk.com/hc/en-us/articles/4408886858138 */
function printed(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const isComments = value.length > 0 && value.every((each) => each instanceof LiquidComment);
    return isComments ? `[${value.map((each) => each.inspect()).join(', ')}]` : value.join('');
  }
  return String(value);
}
