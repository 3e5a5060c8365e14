import type { SectionSeed } from '../article-seed.ts';

export const RETURNS: SectionSeed = {
  en: 'Returns and refunds',
  es: 'Devoluciones y reembolsos',
  articles: [
    {
      labels: ['returns'],
      en: {
        title: 'How to return an item',
        body: `<p>You can return anything you do not like within <strong>30 days</strong> of delivery. The item must be unworn, unwashed and still have its labels. Try clothes on over your own underwear; for swimwear and earrings the hygiene seal must be intact.</p>
<ol><li>Open <em>My account → Orders</em>, choose the order and click <em>Return items</em>.</li>
<li>Choose the items and the reason, then print the label or show the QR code at the counter.</li>
<li>Hand the parcel in at any pick-up point within 7 days and keep the receipt.</li></ol>
<p>The first return of an order is free within the European Union. A second return of the same order costs 3.90 €, which we take from the refund. Without an account, use the return link in the shipping e-mail.</p>`,
      },
      es: {
        title: 'Cómo devolver un artículo',
        body: `<p>Puedes devolver lo que no te guste en un plazo de <strong>30 días</strong> desde la entrega. El artículo debe estar sin usar, sin lavar y con sus etiquetas. Pruébate la ropa sobre tu ropa interior; en bañadores y pendientes el precinto de higiene debe estar intacto.</p>
<ol><li>Abre <em>Mi cuenta → Pedidos</em>, elige el pedido y pulsa <em>Devolver artículos</em>.</li>
<li>Elige los artículos y el motivo, e imprime la etiqueta o muestra el código QR en el mostrador.</li>
<li>Entrega el paquete en cualquier punto de recogida en 7 días y guarda el resguardo.</li></ol>
<p>La primera devolución de un pedido es gratuita en la Unión Europea. Una segunda devolución del mismo pedido cuesta 3,90 €, que descontamos del reembolso. Si no tienes cuenta, usa el enlace de devolución del correo de envío.</p>`,
      },
    },
    {
      labels: ['refunds'],
      en: {
        title: 'When will I get my refund?',
        body: `<p>We check a return within <strong>3 working days</strong> of its arrival at our warehouse and send you an e-mail when the refund is made. The parcel itself needs 3 to 6 working days to reach us, so count on about two weeks from the day you hand it in.</p>
<p>The refund goes to the way you paid: cards show it after 3 to 5 working days, PayPal at once, bank transfers after 2 working days. Gift cards get their amount back on the same code. If you paid in instalments, the provider lowers the open instalments first.</p>
<p>If 14 days have passed since you handed in the parcel and you have no e-mail from us, write to us with the order number and a photo of the receipt of the pick-up point.</p>`,
      },
      es: {
        title: '¿Cuándo recibiré mi reembolso?',
        body: `<p>Revisamos una devolución en <strong>3 días laborables</strong> desde su llegada a nuestro almacén y te enviamos un correo cuando el reembolso está hecho. El paquete necesita de 3 a 6 días laborables para llegar, así que calcula unas dos semanas desde el día de la entrega en el punto de recogida.</p>
<p>El reembolso va a la forma de pago usada: las tarjetas lo muestran tras 3 a 5 días laborables, PayPal al momento y las transferencias tras 2 días laborables. Las tarjetas regalo recuperan su saldo en el mismo código. Si pagaste a plazos, el proveedor reduce primero los plazos pendientes.</p>
<p>Si han pasado 14 días desde que entregaste el paquete y no tienes ningún correo nuestro, escríbenos con el número de pedido y una foto del resguardo del punto de recogida.</p>`,
      },
    },
    {
      labels: ['exchange', 'sizes'],
      en: {
        title: 'Exchange for another size or colour',
        body: `<p>We do not swap items by post, because the size you want could be gone when your parcel arrives. Instead, <strong>order the other size right away and return the first one</strong>: the return is free and you pay the new order's delivery only if it is below 60 €.</p>
<p>If the item was on sale when you bought it and now costs more, write to us <em>before</em> you order. We give you a code for the difference, valid for 7 days, for the same item in another size or colour.</p>
<p>In our shops in Lisbon, Porto and Madrid you can exchange online orders on the spot. Bring the item with its label and the order number; the shop needs no printed invoice.</p>`,
      },
      es: {
        title: 'Cambiar por otra talla o color',
        body: `<p>No cambiamos artículos por correo, porque la talla que quieres podría agotarse antes de que llegue tu paquete. En su lugar, <strong>pide ya la otra talla y devuelve la primera</strong>: la devolución es gratuita y solo pagas el envío del pedido nuevo si es inferior a 60 €.</p>
<p>Si el artículo estaba rebajado cuando lo compraste y ahora cuesta más, escríbenos <em>antes</em> de pedir. Te damos un código por la diferencia, válido 7 días, para el mismo artículo en otra talla o color.</p>
<p>En nuestras tiendas de Lisboa, Oporto y Madrid puedes cambiar pedidos de internet en el acto. Trae el artículo con su etiqueta y el número de pedido; la tienda no necesita la factura impresa.</p>`,
      },
    },
    {
      labels: ['returns', 'damaged'],
      en: {
        title: 'I received a wrong or damaged item',
        body: `<p>We are sorry. Please write to us within <strong>7 days</strong> of delivery with the order number and two photos: one of the item and one of the label on the parcel. You do not need to send anything back before you hear from us.</p>
<p>Most cases are settled within one working day. You choose between a new item, sent by express at no cost, and a full refund that includes the delivery. If only a small part is damaged and you want to keep it, we offer a partial refund.</p>
<p>For wrong items we send a free return label. Please do not wear or wash the item: it goes to the customer who is waiting for it.</p>`,
      },
      es: {
        title: 'He recibido un artículo equivocado o dañado',
        body: `<p>Lo sentimos. Escríbenos en los <strong>7 días</strong> siguientes a la entrega con el número de pedido y dos fotos: una del artículo y otra de la etiqueta del paquete. No hace falta que devuelvas nada antes de que te respondamos.</p>
<p>La mayoría de los casos se resuelven en un día laborable. Eliges entre un artículo nuevo, enviado por exprés sin coste, y el reembolso completo con los gastos de envío. Si solo está dañada una parte pequeña y quieres quedártelo, ofrecemos un reembolso parcial.</p>
<p>Para artículos equivocados enviamos una etiqueta de devolución gratuita. No uses ni laves el artículo: es de otra persona que lo está esperando.</p>`,
      },
    },
    {
      labels: ['returns'],
      en: {
        title: 'Items that cannot be returned',
        body: `<p>For reasons of hygiene and because they are made for you, these items cannot be returned unless they are faulty: <strong>personalised items</strong>, underwear without its seal, cosmetics that have been opened, face masks, and gift cards once their code has been shown.</p>
<p>Items from the outlet section can be returned within <strong>14 days</strong> instead of 30, and the return costs 3.90 €. The product page and the order confirmation both say so.</p>
<p>If one of these items arrives damaged or is not what you ordered, none of this applies: write to us with photos and we replace or refund it. The legal warranty of three years covers them like everything else.</p>`,
      },
      es: {
        title: 'Artículos que no se pueden devolver',
        body: `<p>Por higiene y porque están hechos para ti, estos artículos no se pueden devolver salvo que sean defectuosos: <strong>artículos personalizados</strong>, ropa interior sin su precinto, cosméticos abiertos, mascarillas y tarjetas regalo cuyo código ya se ha mostrado.</p>
<p>Los artículos de la sección outlet se pueden devolver en <strong>14 días</strong> en lugar de 30, y la devolución cuesta 3,90 €. Lo indican tanto la página del producto como la confirmación del pedido.</p>
<p>Si uno de estos artículos llega dañado o no es lo que pediste, nada de esto se aplica: escríbenos con fotos y lo sustituimos o te devolvemos el dinero. La garantía legal de tres años los cubre como a todo lo demás.</p>`,
      },
    },
    {
      labels: ['internal'],
      internal: true,
      en: {
        title: 'Internal: goodwill refunds above 50 €',
        body: `<p><strong>For agents only.</strong> A goodwill refund of up to 50 € needs no approval. Above 50 € ask the team lead on duty before you promise anything to the customer, and note the name of the approver in an internal note.</p>
<p>Use the code GOODWILL-15 at most once per customer and year. Never combine it with a partial refund. Refunds for orders older than 90 days go through accounting and take up to ten working days; say so in your reply.</p>
<p>Do not quote this article to customers. If a customer mentions a code that was published on a coupon site, decline politely and offer free delivery for the next order instead.</p>`,
      },
      es: {
        title: 'Interno: reembolsos de cortesía superiores a 50 €',
        body: `<p><strong>Solo para agentes.</strong> Un reembolso de cortesía de hasta 50 € no necesita aprobación. Por encima de 50 €, pregunta al responsable de turno antes de prometer nada al cliente y anota quién lo aprobó en una nota interna.</p>
<p>Usa el código GOODWILL-15 como máximo una vez por cliente y año. No lo combines nunca con un reembolso parcial. Los reembolsos de pedidos de más de 90 días pasan por contabilidad y tardan hasta diez días laborables; dilo en tu respuesta.</p>
<p>No cites este artículo a los clientes. Si un cliente menciona un código publicado en una web de cupones, recházalo con amabilidad y ofrece envío gratuito en el próximo pedido.</p>`,
      },
    },
    {
      labels: ['returns', 'collection'],
      en: {
        title: 'Have a return collected at home',
        body: `<p>If you cannot get to a pick-up point, a courier collects the parcel at your door. Choose <strong>Collection at home</strong> in the last step of the return. It costs 4.90 €, which we take off the refund, and is available in Portugal and Spain.</p>
<p>Choose a working day and a window of three hours. The courier brings the label, so you need no printer. The parcel may weigh up to 15 kg; furniture is collected by two people at no cost.</p>
<p>If nobody comes, choose another day in the same place. You do not pay twice.</p>`,
      },
      es: {
        title: 'Recogida de devoluciones a domicilio',
        body: `<p>Si no puedes ir a un punto de recogida, un mensajero recoge el paquete en tu puerta. Elige <strong>Recogida a domicilio</strong> en el último paso de la devolución. Cuesta 4,90 €, que descontamos del reembolso, y está disponible en Portugal y España.</p>
<p>Elige un día laborable y una franja de tres horas. El mensajero trae la etiqueta, así que no necesitas impresora. El paquete puede pesar hasta 15 kg; los muebles los recogen dos personas sin coste.</p>
<p>Si no viene nadie, elige otro día en el mismo sitio. No pagas dos veces.</p>`,
      },
    },
    {
      labels: ['refunds', 'price'],
      en: {
        title: 'The price dropped after I bought it',
        body: `<p>If the same item in the same size becomes cheaper in our online shop within <strong>14 days</strong> of your order, we give you the difference as a voucher. Write to us with the order number and the name of the item before the 14 days are over.</p>
<p>This is a price adjustment, not a refund: the voucher is valid for 12 months and can be spent on everything but gift cards. It does not apply to prices of other shops, to the outlet or to codes that were sent to single customers.</p>
<p>You may of course also return the item and order it anew, as long as it is unworn and in stock.</p>`,
      },
      es: {
        title: 'El precio bajó después de mi compra',
        body: `<p>Si el mismo artículo en la misma talla baja de precio en nuestra tienda en línea en los <strong>14 días</strong> siguientes a tu pedido, te damos la diferencia en un vale. Escríbenos con el número de pedido y el nombre del artículo antes de que pasen los 14 días.</p>
<p>Es un ajuste de precio y no un reembolso: el vale sirve 12 meses y se puede gastar en todo menos en tarjetas regalo. No se aplica a precios de otras tiendas, al outlet ni a códigos enviados a clientes concretos.</p>
<p>Por supuesto también puedes devolver el artículo y pedirlo de nuevo, si está sin usar y hay existencias.</p>`,
      },
    },
  ],
};
