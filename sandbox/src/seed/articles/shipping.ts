import type { SectionSeed } from '../article-seed.ts';

export const SHIPPING: SectionSeed = {
  en: 'Shipping and delivery',
  es: 'Envío y entrega',
  articles: [
    {
      labels: ['delivery', 'order-status'],
      en: {
        title: 'Where is my order and how long does delivery take?',
        body: `<p>Standard delivery takes <strong>3 to 5 working days</strong> within the European Union and 2 to 3 working days within Portugal and Spain. Orders placed before 14:00 on a working day leave our warehouse in Lisbon the same day; later orders leave on the next working day.</p>
<p>As soon as your parcel leaves, we send you an e-mail with a tracking number and a link to the carrier. Tracking shows the first scan after up to 24 hours, so do not worry if it says "label created" on the first evening.</p>
<h2>My parcel is late</h2>
<p>If 7 working days have passed since the shipping e-mail, please write to us with your order number. We open a search with the carrier, which takes up to 3 working days, and then either find the parcel, send it again or refund you in full.</p>`,
      },
      es: {
        title: '¿Dónde está mi pedido y cuánto tarda la entrega?',
        body: `<p>El envío estándar tarda de <strong>3 a 5 días laborables</strong> dentro de la Unión Europea y de 2 a 3 días laborables en Portugal y España. Los pedidos hechos antes de las 14:00 de un día laborable salen de nuestro almacén de Lisboa ese mismo día; los posteriores salen el siguiente día laborable.</p>
<p>En cuanto sale el paquete, te enviamos un correo con un número de seguimiento y un enlace al transportista. El primer escaneo puede tardar hasta 24 horas en aparecer, así que no te preocupes si la primera tarde solo dice "etiqueta creada".</p>
<h2>Mi paquete se retrasa</h2>
<p>Si han pasado 7 días laborables desde el correo de envío, escríbenos con tu número de pedido. Abrimos una búsqueda con el transportista, que tarda hasta 3 días laborables, y después encontramos el paquete, lo enviamos de nuevo o te devolvemos todo el dinero.</p>`,
      },
    },
    {
      labels: ['delivery', 'cost'],
      en: {
        title: 'Shipping costs and free delivery',
        body: `<p>Standard delivery costs <strong>4.90 €</strong> to Portugal and Spain and <strong>6.90 €</strong> to the rest of the European Union. Delivery is free for orders of <strong>60 €</strong> or more, after discounts. Express delivery costs 12.90 € and is never free.</p>
<p>The United Kingdom, Switzerland and Norway cost 14.90 €. For these countries duties and taxes are already included in the price at checkout: you pay nothing to the carrier at the door.</p>
<p>If you return part of an order and what you keep is below 60 €, we do not charge the delivery afterwards. If you return the whole order because it arrived damaged or wrong, we refund the delivery cost too.</p>`,
      },
      es: {
        title: 'Gastos de envío y envío gratuito',
        body: `<p>El envío estándar cuesta <strong>4,90 €</strong> a Portugal y España y <strong>6,90 €</strong> al resto de la Unión Europea. El envío es gratuito en pedidos de <strong>60 €</strong> o más, una vez aplicados los descuentos. El envío exprés cuesta 12,90 € y nunca es gratuito.</p>
<p>El Reino Unido, Suiza y Noruega cuestan 14,90 €. Para esos países los aranceles e impuestos ya están incluidos en el precio final: no pagas nada al transportista en la puerta.</p>
<p>Si devuelves parte de un pedido y lo que te quedas suma menos de 60 €, no cobramos el envío después. Si devuelves el pedido entero porque llegó dañado o equivocado, también te devolvemos los gastos de envío.</p>`,
      },
    },
    {
      labels: ['delivery', 'express'],
      en: {
        title: 'Express delivery',
        body: `<p>Express delivery costs 12.90 € and arrives on the <strong>next working day</strong> in Portugal and Spain and within 2 working days in the rest of the European Union, when you order before 12:00. Orders placed later, at the weekend or on a public holiday leave on the next working day.</p>
<p>Express parcels need a signature. If nobody is at home, the carrier tries once more on the following working day and then takes the parcel to the nearest pick-up point, where it waits for 7 days. You find the address of the pick-up point in the tracking page.</p>
<p>Express is not available for furniture, gift cards and addresses on islands. If an express parcel arrives late through our fault, we refund the 12.90 €: just reply to the shipping e-mail.</p>`,
      },
      es: {
        title: 'Envío exprés',
        body: `<p>El envío exprés cuesta 12,90 € y llega el <strong>siguiente día laborable</strong> en Portugal y España y en 2 días laborables en el resto de la Unión Europea, si pides antes de las 12:00. Los pedidos posteriores, de fin de semana o de un día festivo salen el siguiente día laborable.</p>
<p>Los paquetes exprés se entregan con firma. Si no hay nadie en casa, el transportista lo intenta una vez más al día laborable siguiente y después lleva el paquete al punto de recogida más cercano, donde espera 7 días. La dirección aparece en la página de seguimiento.</p>
<p>El envío exprés no está disponible para muebles, tarjetas regalo ni direcciones en islas. Si un paquete exprés llega tarde por nuestra culpa, devolvemos los 12,90 €: basta con responder al correo de envío.</p>`,
      },
    },
    {
      labels: ['delivery', 'lost'],
      en: {
        title: 'Tracking says delivered but I have nothing',
        body: `<p>First look around: carriers leave parcels with neighbours, in the letter box room or at a shop next door. The tracking page often names the person who signed. Please wait <strong>one working day</strong>, because some carriers mark a parcel as delivered before it is on the doorstep.</p>
<p>If it is still missing, write to us within 14 days of the delivery date with your order number and the address on the label. We ask the carrier for proof of delivery, which takes up to 3 working days.</p>
<p>When the carrier cannot prove the delivery, you choose: we send the order again at no cost, or we refund it in full to the way you paid. You do not need to report anything to the police.</p>`,
      },
      es: {
        title: 'El seguimiento dice entregado pero no tengo nada',
        body: `<p>Primero busca cerca: los transportistas dejan paquetes con vecinos, en el cuarto de buzones o en una tienda de al lado. La página de seguimiento suele nombrar a la persona que firmó. Espera <strong>un día laborable</strong>, porque algunos transportistas marcan un paquete como entregado antes de llevarlo a la puerta.</p>
<p>Si sigue sin aparecer, escríbenos en los 14 días siguientes a la fecha de entrega con tu número de pedido y la dirección de la etiqueta. Pedimos al transportista la prueba de entrega, lo que tarda hasta 3 días laborables.</p>
<p>Si el transportista no puede probar la entrega, tú eliges: enviamos el pedido de nuevo sin coste o te devolvemos todo el dinero por la misma forma de pago. No hace falta denunciarlo a la policía.</p>`,
      },
    },
    {
      labels: ['delivery', 'pick-up'],
      en: {
        title: 'Choose a pick-up point for your parcel',
        body: `<p>At checkout choose <strong>Pick-up point</strong> instead of your address and pick a shop or locker on the map. It costs the same as standard delivery to your door. Lockers take parcels up to 60 × 40 × 35 cm; anything larger goes to a shop.</p>
<p>You get a message with a code when the parcel is there. It waits for <strong>7 days</strong>; show the code, and an identity card in a shop. Somebody else may collect it with the code.</p>
<p>What nobody collects comes back to our warehouse and is refunded in full, as a return. Pick-up points exist in Portugal, Spain, France, Belgium, the Netherlands and Germany.</p>`,
      },
      es: {
        title: 'Elige un punto de recogida para tu paquete',
        body: `<p>Al finalizar la compra elige <strong>Punto de recogida</strong> en lugar de tu dirección y señala una tienda o una taquilla en el mapa. Cuesta lo mismo que el envío estándar a tu puerta. Las taquillas admiten paquetes de hasta 60 × 40 × 35 cm; lo más grande va a una tienda.</p>
<p>Recibes un mensaje con un código cuando el paquete está allí. Espera <strong>7 días</strong>; enseña el código y, en una tienda, un documento de identidad. Otra persona puede recogerlo con el código.</p>
<p>Lo que nadie recoge vuelve a nuestro almacén y se reembolsa por completo, como una devolución. Hay puntos de recogida en Portugal, España, Francia, Bélgica, Países Bajos y Alemania.</p>`,
      },
    },
    {
      labels: ['delivery', 'shops'],
      en: {
        title: 'Collect your order in a shop',
        body: `<p>At checkout choose <strong>Click and collect</strong> and the shop where you want to collect your order. It is free for any amount. The order is ready after 2 to 4 working days, and we write to you when it is.</p>
<p>Bring the order number and an identity card. We keep the order for <strong>10 days</strong>. You can try everything on and leave what does not fit: the return is booked at once.</p>
<p>Somebody else may fetch the order if you forward the e-mail to them. Click and collect does not work with gift cards alone, and not for furniture.</p>`,
      },
      es: {
        title: 'Recoger tu pedido en una tienda',
        body: `<p>Al finalizar la compra elige <strong>Recogida en tienda</strong> y la tienda donde quieres recoger tu pedido. Es gratis con cualquier importe. El pedido está listo en 2 a 4 días laborables, y te escribimos cuando lo está.</p>
<p>Trae el número de pedido y un documento de identidad. Guardamos el pedido <strong>10 días</strong>. Puedes probarte todo y dejar lo que no te vale: la devolución se anota al momento.</p>
<p>Otra persona puede recoger el pedido si le reenvías el correo. La recogida en tienda no sirve para pedidos solo de tarjetas regalo ni para muebles.</p>`,
      },
    },
    {
      labels: ['delivery', 'split'],
      en: {
        title: 'Only one of several parcels has arrived',
        body: `<p>Shoes, furniture and clothes are packed at different stations, and an item from a shop's stock travels from there. If your order is split, you pay delivery <strong>once</strong> and get a tracking number for each parcel.</p>
<p>The parcels of a split order may arrive up to 3 working days apart. The e-mail for each parcel lists what is inside; what is missing there is in another one. With a card you are charged for each parcel when it leaves.</p>
<p>A split order stays one order: you can return items of all its parcels together with one label.</p>`,
      },
      es: {
        title: 'Solo ha llegado uno de varios paquetes',
        body: `<p>Los zapatos, los muebles y la ropa se preparan en puestos distintos, y un artículo de las existencias de una tienda viaja desde allí. Si tu pedido se divide, pagas el envío <strong>una sola vez</strong> y recibes un número de seguimiento por paquete.</p>
<p>Los paquetes de un pedido dividido pueden llegar con hasta 3 días laborables de diferencia. El correo de cada paquete enumera lo que contiene; lo que falta va en otro. Con tarjeta se cobra cada paquete cuando sale.</p>
<p>Un pedido dividido sigue siendo un pedido: puedes devolver juntos artículos de todos sus paquetes con una sola etiqueta.</p>`,
      },
    },
  ],
};
