import type { SectionSeed } from '../article-seed.ts';

export const PAYMENT: SectionSeed = {
  en: 'Payment',
  es: 'Pago',
  articles: [
    {
      labels: ['payment'],
      en: {
        title: 'Which payment methods do you accept?',
        body: `<p>We accept Visa, Mastercard and American Express, PayPal, Apple Pay and Google Pay in all countries, <strong>MB WAY and Multibanco</strong> in Portugal, <strong>Bizum</strong> in Spain, iDEAL in the Netherlands and bank transfer everywhere.</p>
<p>Cards and wallets are charged when the parcel leaves, not when you order; until then you only see a reservation. For Multibanco and bank transfer we hold the order for 3 days and send it when the money has arrived.</p>
<p>From 80 € you can pay in three instalments without interest with a card. We do not offer cash on delivery, cheques or payment on invoice. Gift cards can be combined with any of these methods, and up to three in one order.</p>`,
      },
      es: {
        title: '¿Qué formas de pago aceptáis?',
        body: `<p>Aceptamos Visa, Mastercard y American Express, PayPal, Apple Pay y Google Pay en todos los países, <strong>MB WAY y Multibanco</strong> en Portugal, <strong>Bizum</strong> en España, iDEAL en los Países Bajos y transferencia bancaria en todas partes.</p>
<p>Las tarjetas y monederos se cobran cuando sale el paquete, no al pedir; hasta entonces solo ves una retención. Con Multibanco y transferencia guardamos el pedido 3 días y lo enviamos cuando llega el dinero.</p>
<p>A partir de 80 € puedes pagar en tres plazos sin intereses con tarjeta. No ofrecemos pago contra reembolso, cheques ni pago con factura. Las tarjetas regalo se combinan con cualquiera de estas formas, hasta tres en un pedido.</p>`,
      },
    },
    {
      labels: ['payment', 'declined'],
      en: {
        title: 'My card was declined',
        body: `<p>The bank declines, not we, and it does not tell us why. In most cases one of these helps: confirm the payment in your <strong>bank's app</strong>, check the expiry date and the postal code of the card, or raise the card's limit for online payments.</p>
<p>Each attempt may leave a <strong>reservation</strong> on your card. It is not a charge: the bank lifts it by itself within 3 to 7 days. If you see more than one reservation, only the one of the confirmed order becomes a payment.</p>
<p>After three failed attempts our shop blocks the card for one hour for your protection. Use another method meanwhile; your basket is kept for 7 days. We never ask for card numbers by e-mail or chat.</p>`,
      },
      es: {
        title: 'Han rechazado mi tarjeta',
        body: `<p>Rechaza el banco, no nosotros, y no nos dice por qué. Casi siempre ayuda algo de esto: confirma el pago en la <strong>aplicación de tu banco</strong>, comprueba la caducidad y el código postal de la tarjeta, o sube el límite de la tarjeta para pagos en internet.</p>
<p>Cada intento puede dejar una <strong>retención</strong> en tu tarjeta. No es un cobro: el banco la levanta sola en 3 a 7 días. Si ves más de una retención, solo la del pedido confirmado se convierte en pago.</p>
<p>Después de tres intentos fallidos nuestra tienda bloquea la tarjeta una hora para protegerte. Usa otra forma de pago mientras tanto; tu cesta se guarda 7 días. Nunca pedimos números de tarjeta por correo ni chat.</p>`,
      },
    },
    {
      labels: ['payment', 'invoice'],
      en: {
        title: 'Download your invoice',
        body: `<p>The invoice is ready when the parcel leaves. Open <em>My account → Orders</em>, choose the order and click <strong>Download invoice (PDF)</strong>. Without an account, use the link in the shipping e-mail; it works for 12 months.</p>
<p>For a company invoice enter the company's name and VAT number at checkout. Within <strong>10 days</strong> of the order we can still change the name, address or VAT number: write to us with the order number and the correct data. After that the tax office does not let us.</p>
<p>Companies from other European Union countries with a valid VAT number pay without VAT. The number is checked automatically; if the check fails, VAT is charged and refunded after you send us proof.</p>`,
      },
      es: {
        title: 'Descargar tu factura',
        body: `<p>La factura está lista cuando sale el paquete. Abre <em>Mi cuenta → Pedidos</em>, elige el pedido y pulsa <strong>Descargar factura (PDF)</strong>. Sin cuenta, usa el enlace del correo de envío; funciona 12 meses.</p>
<p>Para una factura de empresa, introduce el nombre y el NIF de la empresa al finalizar la compra. En los <strong>10 días</strong> siguientes al pedido aún podemos cambiar nombre, dirección o NIF: escríbenos con el número de pedido y los datos correctos. Después Hacienda no nos lo permite.</p>
<p>Las empresas de otros países de la Unión Europea con NIF-IVA válido pagan sin IVA. El número se comprueba automáticamente; si falla, se cobra el IVA y se devuelve cuando nos envías el justificante.</p>`,
      },
    },
    {
      labels: ['payment', 'gift-card'],
      en: {
        title: 'Gift cards and discount codes',
        body: `<p>Enter the code at checkout under <em>Gift card or discount code</em>. Write it without spaces; the letter O and the digit 0 are different, and codes have <strong>12 characters</strong>. You can use up to three gift cards and one discount code in an order.</p>
<p>Gift cards are valid for <strong>3 years</strong> and can be spent in parts: the rest stays on the card. Discount codes do not apply to sale items, gift cards and delivery, and cannot be added after the order is placed.</p>
<p>If a code is refused although it should work, tell us the last three characters and what the page says. Please do not send us the whole code. If an order is returned, the amount goes back to the gift card first.</p>`,
      },
      es: {
        title: 'Tarjetas regalo y códigos de descuento',
        body: `<p>Introduce el código al finalizar la compra en <em>Tarjeta regalo o código de descuento</em>. Escríbelo sin espacios; la letra O y la cifra 0 son distintas, y los códigos tienen <strong>12 caracteres</strong>. Puedes usar hasta tres tarjetas regalo y un código de descuento por pedido.</p>
<p>Las tarjetas regalo valen <strong>3 años</strong> y se pueden gastar por partes: el resto queda en la tarjeta. Los códigos de descuento no se aplican a rebajas, tarjetas regalo ni envío, y no se pueden añadir después de hacer el pedido.</p>
<p>Si un código se rechaza aunque debería funcionar, dinos los tres últimos caracteres y lo que pone la página. No nos envíes el código entero. Si se devuelve un pedido, el importe vuelve primero a la tarjeta regalo.</p>`,
      },
    },
    {
      labels: ['payment', 'instalments'],
      en: {
        title: 'Pay in three instalments',
        body: `<p>From <strong>80 €</strong> on you can split the amount into three equal instalments without interest or fees. Choose <em>Three instalments</em> at checkout and enter a Visa or Mastercard that is valid for another 90 days at least.</p>
<p>The first instalment is charged when the parcel leaves, the second 30 and the third 60 days later, from the same card. You can pay the rest early in <em>My account → Payments</em>.</p>
<p>If an instalment cannot be charged, the provider tries again after 3 days and writes to you. American Express, PayPal and gift cards cannot be used for instalments.</p>`,
      },
      es: {
        title: 'Pagar en tres plazos',
        body: `<p>A partir de <strong>80 €</strong> puedes dividir el importe en tres plazos iguales sin intereses ni comisiones. Elige <em>Tres plazos</em> al finalizar la compra e introduce una Visa o Mastercard que valga al menos 90 días más.</p>
<p>El primer plazo se cobra cuando sale el paquete, el segundo 30 y el tercero 60 días después, de la misma tarjeta. Puedes pagar el resto antes en <em>Mi cuenta → Pagos</em>.</p>
<p>Si un plazo no se puede cobrar, el proveedor lo intenta de nuevo a los 3 días y te escribe. American Express, PayPal y las tarjetas regalo no sirven para pagar a plazos.</p>`,
      },
    },
    {
      labels: ['payment', 'security'],
      en: {
        title: 'Is it safe to pay in your shop?',
        body: `<p>All pages are encrypted, and card numbers go straight to our payment provider: we never see or store them. Every card payment is confirmed in the app of your bank, as European law asks.</p>
<p>If you tick <em>Remember my card</em>, the provider keeps it under a random name. You can remove it at any time in <strong>My account → Payments</strong>.</p>
<p>Messages that ask you for a code, a card number or a small extra payment for customs are not from us. Do not click; forward them to our address for such cases, which you find at the bottom of every page.</p>`,
      },
      es: {
        title: '¿Es seguro pagar en vuestra tienda?',
        body: `<p>Todas las páginas van cifradas y los números de tarjeta van directamente a nuestro proveedor de pagos: nunca los vemos ni los guardamos. Cada pago con tarjeta se confirma en la aplicación de tu banco, como exige la ley europea.</p>
<p>Si marcas <em>Recordar mi tarjeta</em>, el proveedor la guarda con un nombre al azar. Puedes quitarla cuando quieras en <strong>Mi cuenta → Pagos</strong>.</p>
<p>Los mensajes que te piden un código, un número de tarjeta o un pequeño pago extra de aduanas no son nuestros. No pulses nada; reenvíalos a nuestra dirección para estos casos, que está al pie de cada página.</p>`,
      },
    },
  ],
};
