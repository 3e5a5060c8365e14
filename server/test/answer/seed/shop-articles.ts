import type { HelpArticle } from '../../../src/zendesk/articles.ts';

/** A small shop's help center: one line an article, `topic | locale | title | html`. Topics name articles in the evaluation set. */
const ARTICLES: readonly (readonly [topic: string, locale: string, title: string, body: string])[] =
  [
    [
      'delivery-times',
      'en-us',
      'How long does delivery take?',
      '<p>Standard delivery takes 3 to 5 working days within the country and 6 to 10 working days to the rest of Europe.</p><p>Express delivery takes 1 to 2 working days when you order before 2 pm.</p><p>You will receive an e-mail as soon as your order leaves our warehouse.</p>',
    ],
    [
      'delivery-costs',
      'en-us',
      'Shipping costs',
      '<p>Standard shipping costs 4.95 and is free for orders over 50.</p><p>Express shipping costs 9.95, whatever the value of your order.</p>',
    ],
    [
      'tracking',
      'en-us',
      'Track your order',
      '<p>As soon as your order ships you get an e-mail with a tracking link. Open the link to see where your parcel is.</p><p>If the tracking page has not changed for three working days, write to us with your order number and we will ask the carrier.</p>',
    ],
    [
      'lost',
      'en-us',
      'My order is marked as delivered but I did not receive it',
      '<p>Please check with your neighbours and look for a card from the carrier.</p><p>If the parcel does not turn up within two working days, tell us and we will open an investigation with the carrier. It takes up to eight working days.</p>',
    ],
    [
      'international',
      'en-us',
      'Which countries do you ship to?',
      '<p>We ship to all countries of the European Union, to the United Kingdom, Switzerland, Norway, Canada and the United States.</p><p>Customs duties outside the European Union are paid by the recipient.</p>',
    ],
    [
      'returns',
      'en-us',
      'How to return an item',
      '<p>You can return any unworn item within 30 days after delivery.</p><p>To return an item:</p><ol><li>Open your order in your account and choose Return.</li><li>Print the label and stick it on the parcel.</li><li>Drop the parcel at any post office.</li></ol><p>Returns are free within the country.</p>',
    ],
    [
      'refunds',
      'en-us',
      'When will I get my refund?',
      '<p>We refund you within 5 working days after your return reaches our warehouse.</p><p>The money goes back to the way you paid. Banks may need 3 more days to show it.</p>',
    ],
    [
      'exchange',
      'en-us',
      'Exchange an item for another size or colour',
      '<p>Exchanges are free. Choose Exchange instead of Return in your account and pick the size or colour you would like.</p><p>We send the new item as soon as the carrier scans your parcel.</p>',
    ],
    [
      'damaged',
      'en-us',
      'My item arrived damaged',
      '<p>We are sorry! Send us a photo of the damaged item and of the packaging within 14 days.</p><p>We will send you a replacement free of charge, or refund you if it is sold out.</p>',
    ],
    [
      'cancel',
      'en-us',
      'Cancel an order',
      '<p>You can cancel an order free of charge within one hour after placing it: open the order in your account and choose Cancel.</p><p>After that it is already being packed; please return it instead.</p>',
    ],
    [
      'address',
      'en-us',
      'Change the delivery address of an order',
      '<p>You can change the delivery address in your account until the order is packed.</p><p>After that the carrier may let you redirect the parcel through the tracking link.</p>',
    ],
    [
      'payment',
      'en-us',
      'Payment methods',
      '<p>We accept Visa, Mastercard, American Express, PayPal, Apple Pay, Google Pay and Klarna.</p><p>Your card is charged when the order ships.</p>',
    ],
    [
      'declined',
      'en-us',
      'My payment was declined',
      '<p>A payment is usually declined by the bank. Check the card number, the expiry date and your limit, or try another payment method.</p>',
    ],
    [
      'instalments',
      'en-us',
      'Pay in instalments with Klarna',
      '<p>Choose Klarna at checkout to pay in three instalments without interest, for orders between 35 and 1,000.</p>',
    ],
    [
      'discount',
      'en-us',
      'Use a discount code',
      '<p>Enter the discount code in the basket before you pay. Only one code can be used per order.</p><p>Codes do not work on gift cards and sale items.</p>',
    ],
    [
      'giftcard',
      'en-us',
      'Gift cards',
      '<p>Gift cards are sent by e-mail within minutes and are valid for three years.</p><p>Enter the gift card number at checkout to use its balance.</p>',
    ],
    [
      'sizes',
      'en-us',
      'Find the right size',
      '<p>Every product page has a size chart with measurements in centimetres.</p><p>Our shoes run true to size. If you are between two sizes, take the larger one.</p>',
    ],
    [
      'warranty',
      'en-us',
      'Warranty',
      '<p>All products have a warranty of two years against faults of material and workmanship. Backpacks have five years.</p><p>Normal wear is not covered.</p>',
    ],
    [
      'care',
      'en-us',
      'Wash and care for your jacket',
      '<p>Wash your jacket at 30 degrees with a mild detergent and without softener.</p><p>Tumble dry it at low heat: that makes it water-repellent again.</p>',
    ],
    [
      'password',
      'en-us',
      'I forgot my password',
      '<p>Choose "Forgot password" on the login page. We will send you a link to set a new one; it is valid for one hour.</p>',
    ],
    [
      'delete-account',
      'en-us',
      'Close your account',
      '<p>You can close your account under Settings, Privacy. Your orders stay in our books for the time the law asks for.</p>',
    ],
    [
      'invoice',
      'en-us',
      'Download your invoice',
      '<p>You find the invoice of every order in your account, under Orders, as a PDF.</p>',
    ],
    [
      'stock',
      'en-us',
      'When will an item be back in stock?',
      '<p>Choose "Notify me" on the product page and we will write to you as soon as the item is available again.</p>',
    ],
    [
      'newsletter',
      'en-us',
      'Unsubscribe from the newsletter',
      '<p>Every newsletter has an unsubscribe link at its end. It may take one day until it works.</p>',
    ],
    [
      'stores',
      'en-us',
      'Pick up your order in a store',
      '<p>Choose "Store pick-up" at checkout. We keep your order in the store for seven days. Bring your ID.</p>',
    ],

    [
      'delivery-times',
      'es',
      '¿Cuánto tarda el envío?',
      '<p>El envío estándar tarda de 3 a 5 días laborables en la península y de 5 a 7 en Baleares y Canarias.</p><p>El envío exprés tarda de 1 a 2 días laborables.</p>',
    ],
    [
      'tracking',
      'es',
      'Seguimiento de tu pedido',
      '<p>Cuando tu pedido salga del almacén te enviaremos un correo con el enlace de seguimiento.</p><p>Si el seguimiento no cambia en tres días laborables, escríbenos con tu número de pedido.</p>',
    ],
    [
      'returns',
      'es',
      'Cómo hacer una devolución',
      '<p>Puedes devolver cualquier artículo sin usar en un plazo de 30 días desde la entrega.</p><p>Abre el pedido en tu cuenta, elige Devolver, imprime la etiqueta y entrega el paquete en una oficina de correos.</p>',
    ],
    [
      'refunds',
      'es',
      '¿Cuándo recibiré mi reembolso?',
      '<p>Te reembolsamos en un plazo de 5 días laborables desde que la devolución llega a nuestro almacén.</p>',
    ],
    [
      'exchange',
      'es',
      'Cambiar un artículo por otra talla',
      '<p>Los cambios son gratuitos. Elige Cambiar en tu cuenta y escoge la talla o el color que prefieras.</p>',
    ],
    [
      'payment',
      'es',
      'Formas de pago',
      '<p>Aceptamos Visa, Mastercard, PayPal, Bizum y Klarna. El cargo se hace cuando enviamos el pedido.</p>',
    ],
    [
      'discount',
      'es',
      'Usar un código de descuento',
      '<p>Introduce el código en la cesta antes de pagar. Solo se admite un código por pedido.</p>',
    ],
    [
      'sizes',
      'es',
      'Guía de tallas',
      '<p>En cada producto encontrarás una tabla de tallas con medidas en centímetros. Si dudas entre dos tallas, elige la mayor.</p>',
    ],
    [
      'cancel',
      'es',
      'Cancelar un pedido',
      '<p>Puedes cancelar un pedido gratis durante la primera hora: ábrelo en tu cuenta y elige Cancelar.</p>',
    ],
    [
      'invoice',
      'es',
      'Descargar la factura',
      '<p>Encontrarás la factura de cada pedido en tu cuenta, en el apartado Pedidos, en PDF.</p>',
    ],
    [
      'warranty',
      'es',
      'Garantía',
      '<p>Todos los productos tienen una garantía de tres años contra defectos de fabricación.</p>',
    ],

    [
      'delivery-times',
      'fr',
      'Délais de livraison',
      '<p>La livraison standard prend de 3 à 5 jours ouvrés en France et de 6 à 10 jours ouvrés en Europe.</p>',
    ],
    [
      'returns',
      'fr',
      'Retourner un article',
      '<p>Vous pouvez retourner tout article non porté dans les 30 jours suivant la livraison, depuis votre compte.</p>',
    ],
    [
      'payment',
      'fr',
      'Moyens de paiement',
      '<p>Nous acceptons Visa, Mastercard, PayPal et Klarna en trois fois sans frais.</p>',
    ],
    [
      'sizes',
      'fr',
      'Guide des tailles',
      '<p>Chaque fiche produit comporte un tableau des tailles en centimètres.</p>',
    ],

    [
      'delivery-times',
      'de',
      'Lieferzeiten',
      '<p>Die Lieferung dauert innerhalb Deutschlands 2 bis 4 Werktage, in die übrige EU 6 bis 10 Werktage.</p>',
    ],
    [
      'returns',
      'de',
      'Artikel zurückgeben',
      '<p>Sie können ungetragene Artikel innerhalb von 30 Tagen kostenlos über Ihr Kundenkonto zurückgeben.</p>',
    ],
    [
      'payment',
      'de',
      'Zahlungsarten',
      '<p>Wir akzeptieren Visa, Mastercard, PayPal, Kauf auf Rechnung und Klarna.</p>',
    ],
    [
      'sizes',
      'de',
      'Die richtige Größe finden',
      '<p>Auf jeder Produktseite finden Sie eine Größentabelle in Zentimetern.</p>',
    ],

    [
      'delivery-times',
      'pt-br',
      'Prazo de entrega',
      '<p>A entrega padrão leva de 3 a 5 dias úteis nas capitais e de 6 a 10 dias úteis nas demais regiões.</p>',
    ],
    [
      'returns',
      'pt-br',
      'Como devolver um produto',
      '<p>Você pode devolver qualquer produto sem uso em até 30 dias após a entrega, pela sua conta.</p>',
    ],
    ['payment', 'pt-br', 'Formas de pagamento', '<p>Aceitamos Visa, Mastercard, Pix e boleto.</p>'],
    [
      'sizes',
      'pt-br',
      'Guia de tamanhos',
      '<p>Cada página de produto tem uma tabela de tamanhos em centímetros.</p>',
    ],
  ];

/** Ids by topic: the translations of one article share theirs. */
const ids = new Map(
  [...new Set(ARTICLES.map(([topic]) => topic))].map((topic, index) => [
    topic,
    String(36_000_000_001 + index),
  ]),
);

export function articleId(topic: string): string {
  return ids.get(topic) ?? expectTopic(topic);
}

function expectTopic(topic: string): never {
  throw new Error(`No article about ${topic}`);
}

/** The shop's articles as the Zendesk client gives them. */
export function shopArticles(): HelpArticle[] {
  return ARTICLES.map(([topic, locale, title, body]) => ({
    id: articleId(topic),
    locale,
    title,
    url: `https://shop.example/hc/${locale}/articles/${articleId(topic)}`,
    body,
    isForEveryone: true,
    updatedAt: '2026-01-08T05:10:10Z',
  }));
}
