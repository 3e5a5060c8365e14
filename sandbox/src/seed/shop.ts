import type { Account } from '../account.ts';
import { newAttachment } from '../http/uploads.ts';
import type { User } from '../model.ts';
import type { TicketInput } from '../tickets/ticket-input.ts';
import { via } from '../tickets/via.ts';
import { createTicket, updateTicket } from '../tickets/write-ticket.ts';
import { newUser } from '../users/new-user.ts';
import { CUSTOMERS, TICKETS, type TicketSeed } from './shop-tickets.ts';
import { seedWorkplace } from './shop-workplace.ts';

/** The big ticket of the seed: clients that read one page of 100 miss most of it. */
const LONG_TICKET_COMMENTS = 300;

/** A clothes shop with customers in several countries. Ticket 1 is new and waits for its first answer. */
export function seedShop(account: Account): void {
  for (const customer of CUSTOMERS) newUser(account, { role: 'end-user', ...customer });
  const { wholesale } = seedWorkplace(account);
  for (const ticket of TICKETS) seedTicket(account, ticket);
  seedLongTicket(account, wholesale.id);
  seedAttachmentTicket(account);
}

function person(account: Account, name: string): User {
  const found = [...account.store.users.values()].find(({ email }) => email.startsWith(`${name}@`));
  if (!found) throw new Error(`The seed has no user "${name}".`);
  return found;
}

function actor(account: Account, name: string, channel = 'web') {
  return { user: person(account, name), via: via(channel) };
}

function seedTicket(account: Account, seed: TicketSeed): void {
  const { by, text, channel, replies = [], end, ...input } = seed;
  const { ticket } = createTicket(
    account,
    { ...input, comment: { body: text } },
    actor(account, by, channel ?? 'web'),
  );
  for (const { by: author, text: body, ...rest } of replies) {
    update(account, ticket.id, { ...rest, comment: { body, ...rest.comment } }, author);
  }
  if (end)
    update(account, ticket.id, { status: end, assignee_id: person(account, 'bob').id }, 'bob');
}

function update(account: Account, ticketId: number, input: TicketInput, by: string): void {
  updateTicket(account, account.store.tickets.get(ticketId)!, input, actor(account, by));
}

function seedLongTicket(account: Account, groupId: number): void {
  const by = 'marta';
  const { ticket } = createTicket(
    account,
    {
      subject: 'Wholesale order for our school',
      comment: { body: 'Could we order 120 shirts?' },
      group_id: groupId,
    },
    actor(account, by, 'email'),
  );
  for (let number = 2; number <= LONG_TICKET_COMMENTS; number += 1) {
    const isAgent = number % 2 === 0;
    const body = isAgent
      ? `Noted, line ${number / 2} of your list is reserved.`
      : `Line ${(number + 1) / 2}: please add ${number} shirts in size M.`;
    update(account, ticket.id, { comment: { body, public: true } }, isAgent ? 'bob' : by);
  }
}

/** A 1 by 1 pixel PNG. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

function seedAttachmentTicket(account: Account): void {
  const attachments = [
    { name: 'torn-seam.png', type: 'image/png', bytes: Buffer.from(PIXEL, 'base64') },
    { name: 'factura "mayo".txt', type: 'text/plain', bytes: Buffer.from('Factura 2026-118') },
  ].map((file) => newAttachment(account, file));
  const token = 'seed-upload';
  account.store.uploads.set(token, { attachments, expiresAt: account.clock.now() + 60_000 });
  const body =
    'The seam of my jacket tore after two weeks. Photo and invoice attached. Is this covered?';
  createTicket(
    account,
    { subject: 'Torn seam on jacket', comment: { body, uploads: [token] } },
    actor(account, 'nadia', 'email'),
  );
}
