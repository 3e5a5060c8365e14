import type { SectionSeed } from '../article-seed.ts';

export const ORDERS: SectionSeed = {
  en: 'Orders',
  es: 'Pedidos',
  articles: [
    {
      labels: ['orders', 'cancel'],
      en: {
        title: 'Change or cancel an order',
        body: `<p>You can change or cancel an order yourself for <strong>60 minutes</strong> after you placed it: open <em>My account → Orders → Change order</em>. You can remove items, choose another size and correct the address. To add items, place a second order; we send both in one parcel when we can.</p>
<p>After 60 minutes the warehouse has started to pack and we can no longer change anything. Refuse the parcel at the door or return it free of charge, and you get everything back.</p>
<p>A cancelled order is not charged. If you see a reservation on your card, the bank lifts it within 3 to 7 days. Multibanco payments and transfers are sent back within 2 working days.</p>`,
      },
      es: {
        title: 'Cambiar o cancelar un pedido',
        body: `<p>Puedes cambiar o cancelar un pedido tú mismo durante los <strong>60 minutos</strong> siguientes: abre <em>Mi cuenta → Pedidos → Cambiar pedido</em>. Puedes quitar artículos, elegir otra talla y corregir la dirección. Para añadir artículos haz un segundo pedido; enviamos los dos en un paquete cuando podemos.</p>
<p>Pasados 60 minutos el almacén ha empezado a preparar y ya no podemos cambiar nada. Rechaza el paquete en la puerta o devuélvelo gratis, y recuperas todo.</p>
<p>Un pedido cancelado no se cobra. Si ves una retención en tu tarjeta, el banco la levanta en 3 a 7 días. Los pagos por Multibanco y las transferencias se devuelven en 2 días laborables.</p>`,
      },
    },
    {
      labels: ['orders', 'address'],
      en: {
        title: 'Change the delivery address',
        body: `<p>Until the shipping e-mail arrives you can change the address: in the first 60 minutes by yourself in <em>My account → Orders</em>, after that by writing to us with the order number and the complete new address, including the door number and a phone number for the carrier.</p>
<p>Once the parcel has left, only the carrier can redirect it. Use <strong>Change delivery</strong> in the tracking page to choose another day, a neighbour or a pick-up point. Another town or country is not possible; the parcel would come back to us and we would send it again.</p>
<p>Changing the address in your profile does not change orders that already exist.</p>`,
      },
      es: {
        title: 'Cambiar la dirección de entrega',
        body: `<p>Hasta que llegue el correo de envío puedes cambiar la dirección: los primeros 60 minutos tú mismo en <em>Mi cuenta → Pedidos</em>, y después escribiéndonos con el número de pedido y la dirección nueva completa, con el número de puerta y un teléfono para el transportista.</p>
<p>Una vez que el paquete ha salido, solo el transportista puede desviarlo. Usa <strong>Cambiar entrega</strong> en la página de seguimiento para elegir otro día, un vecino o un punto de recogida. Otra ciudad u otro país no es posible; el paquete volvería a nosotros y lo enviaríamos de nuevo.</p>
<p>Cambiar la dirección en tu perfil no cambia los pedidos que ya existen.</p>`,
      },
    },
    {
      labels: ['orders', 'gift'],
      en: {
        title: 'Gift wrapping and gift receipts',
        body: `<p>Tick <strong>This is a gift</strong> at checkout. The parcel then contains no prices, and you can write a card of up to 200 characters. Gift wrapping in recycled paper costs 3.50 € per order and is not available for shoes and coats, which come in their own box.</p>
<p>The person who receives the gift can exchange or return it within <strong>60 days</strong> with the gift receipt inside. They get a gift card for the amount; you are not told.</p>
<p>If you order from 15 November to 24 December, gifts can be returned until 31 January. We cannot deliver on a fixed day, but express delivery shows the expected day before you pay.</p>`,
      },
      es: {
        title: 'Envoltorio y tique de regalo',
        body: `<p>Marca <strong>Es un regalo</strong> al finalizar la compra. El paquete no lleva entonces precios y puedes escribir una tarjeta de hasta 200 caracteres. El envoltorio en papel reciclado cuesta 3,50 € por pedido y no está disponible para zapatos ni abrigos, que vienen en su propia caja.</p>
<p>Quien recibe el regalo puede cambiarlo o devolverlo en <strong>60 días</strong> con el tique regalo que va dentro. Recibe una tarjeta regalo por el importe; a ti no se te avisa.</p>
<p>Si pides del 15 de noviembre al 24 de diciembre, los regalos se pueden devolver hasta el 31 de enero. No podemos entregar en un día fijo, pero el envío exprés muestra el día previsto antes de pagar.</p>`,
      },
    },
    {
      labels: ['orders', 'international'],
      en: {
        title: 'Which countries do you deliver to?',
        body: `<p>We deliver to all countries of the <strong>European Union</strong>, the United Kingdom, Switzerland, Norway, Japan, the United States and Canada. Azores, Madeira and the Canary Islands take 7 to 10 working days and cost 9.90 €.</p>
<p>Delivery to Japan, the United States and Canada takes <strong>6 to 9 working days</strong> and costs 24.90 €, free from 200 €. Duties are included in the price for the United Kingdom, Switzerland, Norway and the United States; for Japan and Canada the carrier collects them.</p>
<p>We cannot deliver to post office boxes outside Portugal, to military addresses or to parcel forwarders. Prices are shown in euros, pounds, dollars or yen, depending on the country you choose at the top of the page.</p>`,
      },
      es: {
        title: '¿A qué países enviáis?',
        body: `<p>Enviamos a todos los países de la <strong>Unión Europea</strong>, Reino Unido, Suiza, Noruega, Japón, Estados Unidos y Canadá. Azores, Madeira y Canarias tardan de 7 a 10 días laborables y cuestan 9,90 €.</p>
<p>El envío a Japón, Estados Unidos y Canadá tarda de <strong>6 a 9 días laborables</strong> y cuesta 24,90 €, gratis desde 200 €. Los aranceles están incluidos en el precio para Reino Unido, Suiza, Noruega y Estados Unidos; para Japón y Canadá los cobra el transportista.</p>
<p>No podemos enviar a apartados de correos fuera de Portugal, a direcciones militares ni a reexpedidores. Los precios se muestran en euros, libras, dólares o yenes según el país que elijas arriba en la página.</p>`,
      },
    },
    {
      labels: ['orders', 'confirmation'],
      en: {
        title: 'I did not get an order confirmation',
        body: `<p>The confirmation comes within 15 minutes. If it does not, look in the spam folder first; then in <em>My account → Orders</em>. If the order is there, everything is fine and you can <strong>send the confirmation again</strong> from that page.</p>
<p>If it is not there, the order was not placed: usually the payment was not confirmed. Your basket is kept for 7 days, so simply try once more. A reservation on your card lapses by itself.</p>
<p>If you ordered as a guest with a misspelt e-mail address, write to us with your name, the postal code and the day of the order.</p>`,
      },
      es: {
        title: 'No he recibido la confirmación del pedido',
        body: `<p>La confirmación llega en 15 minutos. Si no llega, mira primero en la carpeta de spam y después en <em>Mi cuenta → Pedidos</em>. Si el pedido está ahí, todo va bien y puedes <strong>enviar la confirmación de nuevo</strong> desde esa página.</p>
<p>Si no está, el pedido no se hizo: normalmente el pago no se confirmó. Tu cesta se guarda 7 días, así que basta con intentarlo otra vez. La retención en tu tarjeta caduca sola.</p>
<p>Si pediste como invitado con un correo mal escrito, escríbenos con tu nombre, el código postal y el día del pedido.</p>`,
      },
    },
    {
      labels: ['orders', 'wholesale'],
      en: {
        title: 'Large orders for schools and companies',
        body: `<p>From <strong>30 pieces</strong> of one product on we make you an offer: 10 % off from 30 pieces, 15 % from 100. Send us the product, the sizes with their numbers and the date by which you need them; the offer arrives within two working days.</p>
<p>We print or embroider a logo from 50 pieces on. That takes 15 working days, and printed pieces cannot be returned. You may order one sample of each product at half price.</p>
<p>Schools and public bodies can pay by bank transfer within 30 days of delivery.</p>`,
      },
      es: {
        title: 'Pedidos grandes para colegios y empresas',
        body: `<p>A partir de <strong>30 piezas</strong> de un producto te hacemos una oferta: 10 % de descuento desde 30 piezas y 15 % desde 100. Envíanos el producto, las tallas con sus cantidades y la fecha en que las necesitas; la oferta llega en dos días laborables.</p>
<p>Estampamos o bordamos un logotipo desde 50 piezas. Tarda 15 días laborables, y las piezas estampadas no se pueden devolver. Puedes pedir una muestra de cada producto a mitad de precio.</p>
<p>Los colegios y organismos públicos pueden pagar por transferencia en los 30 días siguientes a la entrega.</p>`,
      },
    },
  ],
};
