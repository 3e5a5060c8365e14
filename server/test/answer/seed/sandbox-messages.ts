/**
 * Messages for the sandbox's help center, whose articles were written by others: a check that thresholds hold
 * on a shop they were not chosen with. `title` is the article that answers, or one of several.
 */
export const SANDBOX_SET: readonly { text: string; title?: string | readonly string[] }[] = [
  {
    text: 'Hi! I ordered a raincoat on Monday (order 10482). Where is my order and how long does delivery usually take?\n\nThanks,\nAlice',
    title: 'Where is my order and how long does delivery take?',
  },
  {
    text: 'Hello, I would like to know how I can send my trousers back.',
    title: 'How to return an item',
  },
  { text: 'How many days until the refund is on my card?', title: 'When will I get my refund?' },
  { text: 'is delivery free', title: 'Shipping costs and free delivery' },
  {
    text: 'What does express delivery cost?',
    title: ['Express delivery', 'Shipping costs and free delivery'],
  },
  {
    text: 'The tracking page says it was delivered, but there is no parcel here!',
    title: 'Tracking says delivered but I have nothing',
  },
  { text: 'Can I change my order? I forgot to add socks.', title: 'Change or cancel an order' },
  { text: 'How can I cancel my purchase?', title: 'Change or cancel an order' },
  {
    text: 'I moved. Can I still change the delivery address?',
    title: 'Change the delivery address',
  },
  { text: 'Do you offer gift wrapping?', title: 'Gift wrapping and gift receipts' },
  {
    text: 'Do you deliver to Switzerland?',
    title: ['Which countries do you deliver to?', 'Shipping costs and free delivery'],
  },
  { text: 'Is it possible to pay with Apple Pay?', title: 'Which payment methods do you accept?' },
  { text: 'My card was declined, what now?', title: 'My card was declined' },
  { text: 'Where do I download an invoice?', title: 'Download your invoice' },
  { text: 'my discount code does not work', title: 'Gift cards and discount codes' },
  {
    text: 'I would like the coat in blue instead, can I exchange it?',
    title: 'Exchange for another size or colour',
  },
  {
    text: 'The zip was broken when it arrived',
    title: ['I received a wrong or damaged item', 'What does the warranty cover?'],
  },
  { text: 'Which shoe size do I need?', title: ['Shoe sizes', 'Find your size'] },
  { text: 'hey is the green hoodie back in stock soon?', title: 'When is an item back in stock?' },
  { text: 'I forgot my password and the e-mail does not come', title: 'I forgot my password' },
  { text: 'How do I unsubscribe from your newsletter?', title: 'Newsletter and marketing e-mails' },
  { text: 'How long is the warranty?', title: 'What does the warranty cover?' },
  { text: 'Can you repair a coat that is four years old?', title: 'Repairs after the warranty' },
  { text: 'How do I wash the wool jumper?', title: 'Washing and care' },
  { text: 'Which items can not be returned?', title: 'Items that cannot be returned' },
  {
    text: 'Hola, los zapatos me quedan pequeños. ¿Cómo puedo devolverlos y cuánto tarda el reembolso?',
    title: [
      'Cómo devolver un artículo',
      '¿Cuándo recibiré mi reembolso?',
      'Cambiar por otra talla o color',
    ],
  },
  { text: '¿Dónde está mi paquete?', title: '¿Dónde está mi pedido y cuánto tarda la entrega?' },
  { text: '¿Cuánto cuesta el envío?', title: 'Gastos de envío y envío gratuito' },
  { text: 'Han rechazado mi tarjeta, ¿qué hago?', title: 'Han rechazado mi tarjeta' },
  { text: 'No recuerdo mi contraseña', title: 'He olvidado mi contraseña' },
  { text: '¿Qué talla me conviene?', title: ['Encuentra tu talla', 'Tallas de zapatos'] },
  { text: '¿La garantía cubre la cremallera?', title: '¿Qué cubre la garantía?' },

  { text: 'Please cancel order 10461 right now.' },
  { text: 'I moved last week. Please change the address of order 10461 before it ships.' },
  { text: 'Refund my order #10377, I have waited long enough.' },
  { text: 'You are the worst shop I have ever bought from.' },
  { text: 'This is unacceptable, nobody answers my e-mails!' },
  { text: 'Thank you, that solved it.' },
  { text: 'Good morning' },
  { text: 'Are you hiring?' },
  { text: 'Who designed the pattern on the yellow scarf?' },
  { text: 'Do you have a showroom in Madrid where I can see the sofas?' },
  { text: 'Is the raincoat warm enough for minus ten degrees?' },
  { text: 'I am a blogger and would love to work together on a video.' },
  { text: 'Can you help me with my homework about the French revolution?' },
  { text: 'Cancelad el pedido 10500, por favor.' },
  { text: 'Sois unos incompetentes, es una vergüenza.' },
  { text: 'Muchas gracias por todo' },
  { text: '¿Quién ganó el partido ayer?' },
];
