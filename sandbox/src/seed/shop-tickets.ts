import type { TicketStatus } from '../model.ts';
import type { TicketInput } from '../tickets/ticket-input.ts';

export const CUSTOMERS = [
  { name: 'Marta Ruiz', email: 'marta@correo.example', locale: 'es' },
  { name: 'Jean Dupont', email: 'jean@courriel.example', locale: 'fr' },
  { name: 'Greta Vogel', email: 'greta@post.example', locale: 'de' },
  { name: 'Rita Sousa', email: 'rita@sapo.example', locale: 'pt-BR' },
  { name: 'Luca Conti', email: 'luca@posta.example', locale: 'it' },
  { name: 'Yuki Tanaka', email: 'yuki@meru.example', locale: 'ja' },
  { name: 'Nadia Haddad', email: 'nadia@mail.example', locale: 'en-US' },
  { name: "Liam O'Brien", email: 'liam@mail.example', locale: 'en-US' },
];

interface Reply extends TicketInput {
  by: string;
  text: string;
}

export interface TicketSeed extends TicketInput {
  by: string;
  subject: string;
  text: string;
  channel?: 'web' | 'email' | 'api' | 'messaging';
  replies?: Reply[];
  /** The status in which agent Bob leaves it. */
  end?: TicketStatus;
}

/** In the order of their ids. Tickets 1 to 12 keep their numbers: tests and the demo refer to them. */
export const TICKETS: readonly TicketSeed[] = [
  {
    by: 'alice',
    subject: 'Where is my order?',
    text: 'Hi! I ordered a raincoat on Monday (order 10482). Where is my order and how long does delivery usually take?\n\nThanks,\nAlice',
    status: 'open',
    tags: ['website'],
  },
  {
    by: 'marta',
    subject: 'Quiero devolver unos zapatos',
    text: 'Hola, los zapatos me quedan pequeños. ¿Cómo puedo devolverlos y cuánto tarda el reembolso?',
    status: 'open',
    channel: 'email',
  },
  {
    by: 'jean',
    subject: 'Remboursement en attente',
    text: "Bonjour, j'ai renvoyé ma commande 10233 il y a dix jours. Quand serai-je remboursé ?",
    status: 'open',
    channel: 'email',
  },
  {
    by: 'greta',
    subject: 'Größe 38 oder 40?',
    text: 'Guten Tag, die Leinenhose gibt es in 38 und 40. Ich liege dazwischen. Welche Größe soll ich nehmen?',
    channel: 'email',
  },
  {
    by: 'rita',
    subject: 'Cartão recusado',
    text: 'Olá, o meu cartão foi recusado três vezes e agora tenho três cativos de 54 €. Podem ajudar?',
    priority: 'high',
    tags: ['payment'],
  },
  {
    by: 'liam',
    subject: 'Can I talk to a human please?',
    text: 'Your form keeps saying "error" and I want to talk to a person about order 10377.',
    tags: ['vip'],
  },
  {
    by: 'nadia',
    subject: 'Change of address',
    text: 'I moved last week. Can you change the delivery address of order 10461 before it ships?',
    replies: [
      { by: 'bob', text: 'Hi Nadia, of course. What is the new address?', status: 'pending' },
      { by: 'nadia', text: 'Rua das Flores 12, 1200-194 Lisboa. Thank you!' },
      {
        by: 'bob',
        text: 'Address changed in the shop system, label printed anew.',
        comment: { public: false },
      },
    ],
  },
  {
    by: 'luca',
    subject: 'Buono regalo non valido',
    text: 'Buongiorno, il mio buono regalo da 50 € non funziona. Il codice finisce con 7Q2.',
    replies: [
      { by: 'bob', text: 'Buongiorno Luca, ora funziona: provi di nuovo.', status: 'pending' },
    ],
  },
  {
    by: 'yuki',
    subject: '日本への発送について',
    text: 'こんにちは。日本への配送は可能ですか？送料と日数を教えてください。',
    channel: 'email',
  },
  {
    by: 'alice',
    subject: 'Gift wrapping',
    text: 'Do you offer gift wrapping, and can you leave out the invoice?',
    replies: [{ by: 'bob', text: 'Yes to both: tick "This is a gift" at checkout.' }],
    end: 'solved',
  },
  {
    by: 'greta',
    subject: 'Rechnung fehlt',
    text: 'Ich brauche die Rechnung zu Bestellung 9981 noch einmal.',
    replies: [{ by: 'bob', text: 'Hallo Greta, sie liegt in Ihrem Konto unter "Bestellungen".' }],
    end: 'closed',
  },
  {
    by: 'liam',
    subject: 'Conversation with Liam',
    text: 'hey is the green hoodie back in stock soon?',
    channel: 'messaging',
    from_messaging_channel: true,
  },
  {
    by: 'jean',
    subject: 'Quoting "JSON" \\ and {{ticket.id}}',
    text: 'He said: "it\'s {broken}\\n"\n\tTab, emoji 🧥, and a line\nbreak. </script> {{ticket.requester.email}}',
    tags: ['chaos'],
  },
  {
    by: 'rita',
    subject: 'Ajuda com a garantia',
    text: 'O fecho do casaco avariou passados 8 meses. A garantia cobre?',
  },
];
