import type { SectionSeed } from '../article-seed.ts';

export const WARRANTY: SectionSeed = {
  en: 'Warranty and care',
  es: 'Garantía y cuidado',
  articles: [
    {
      labels: ['warranty'],
      en: {
        title: 'What does the warranty cover?',
        body: `<p>Everything we sell has a legal warranty of <strong>3 years</strong> from the day of delivery. It covers faults of material and making: seams that open, zips that fail, soles that come off, colour that runs when washed as the label says.</p>
<p>It does not cover normal wear, damage by accident, or washing against the care label. If you are not sure, ask us with a photo: we answer within one working day.</p>
<p>To claim, write to us with the order number and two or three photos. We repair the item at no cost, usually within 10 working days; when a repair makes no sense we replace it or refund the price. You do not need the original packaging.</p>`,
      },
      es: {
        title: '¿Qué cubre la garantía?',
        body: `<p>Todo lo que vendemos tiene una garantía legal de <strong>3 años</strong> desde el día de la entrega. Cubre defectos de material y fabricación: costuras que se abren, cremalleras que fallan, suelas que se despegan, color que destiñe lavando como dice la etiqueta.</p>
<p>No cubre el desgaste normal, los daños por accidente ni el lavado contra la etiqueta. Si no estás seguro, pregúntanos con una foto: respondemos en un día laborable.</p>
<p>Para reclamar, escríbenos con el número de pedido y dos o tres fotos. Reparamos el artículo sin coste, normalmente en 10 días laborables; cuando no tiene sentido repararlo lo sustituimos o devolvemos el precio. No necesitas el embalaje original.</p>`,
      },
    },
    {
      labels: ['repair'],
      en: {
        title: 'Repairs after the warranty',
        body: `<p>We also repair what is older than three years or broke by accident. Prices: a new zip 18 €, a seam or a button 6 €, new heels 15 €, re-proofing a rain jacket 12 €. Return delivery is included within the European Union.</p>
<p>Fill in the form under <em>Help → Repairs</em> and print the label. Please wash clothes before you send them; we send dirty items back. Repairs take <strong>10 to 15 working days</strong> from arrival, in November and December up to 20.</p>
<p>If we find that a repair would cost more than half the price of a new item, we ask you first and do nothing without your answer.</p>`,
      },
      es: {
        title: 'Reparaciones fuera de garantía',
        body: `<p>También reparamos lo que tiene más de tres años o se rompió por accidente. Precios: cremallera nueva 18 €, una costura o un botón 6 €, tacones nuevos 15 €, reimpermeabilizar un chubasquero 12 €. El envío de vuelta está incluido en la Unión Europea.</p>
<p>Rellena el formulario en <em>Ayuda → Reparaciones</em> e imprime la etiqueta. Lava la ropa antes de enviarla; lo que llega sucio lo devolvemos. Las reparaciones tardan de <strong>10 a 15 días laborables</strong> desde la llegada, y hasta 20 en noviembre y diciembre.</p>
<p>Si vemos que reparar costaría más de la mitad del precio de un artículo nuevo, te preguntamos antes y no hacemos nada sin tu respuesta.</p>`,
      },
    },
    {
      labels: ['care'],
      en: {
        title: 'Washing and care',
        body: `<p>Wash jeans inside out at 30 °C and not after every wear. Wool and cashmere go in the wool programme or are washed by hand in cold water; dry them flat, never in the dryer. Linen stands 40 °C and looks best when ironed damp.</p>
<p>Rain jackets lose their water repellence with dirt, not with washing. Wash them twice a year at <strong>30 °C without softener</strong> and give them 20 minutes in the dryer on low: the heat brings the coating back.</p>
<p>Leather shoes rest a day between wears and get cream once a month. Keep wet shoes away from heaters; fill them with paper instead.</p>`,
      },
      es: {
        title: 'Lavado y cuidado',
        body: `<p>Lava los vaqueros del revés a 30 °C y no después de cada uso. La lana y el cachemir van en el programa de lana o a mano con agua fría; sécalos en plano, nunca en la secadora. El lino aguanta 40 °C y queda mejor planchado húmedo.</p>
<p>Los chubasqueros pierden la impermeabilidad por la suciedad, no por lavarlos. Lávalos dos veces al año a <strong>30 °C sin suavizante</strong> y dales 20 minutos de secadora suave: el calor recupera el tratamiento.</p>
<p>Los zapatos de piel descansan un día entre usos y llevan crema una vez al mes. Mantén los zapatos mojados lejos de los radiadores; rellénalos con papel.</p>`,
      },
    },
    {
      labels: ['draft'],
      draft: true,
      en: {
        title: 'Draft: lifetime repair promise',
        body: `<p>This is a plan for next spring and not yet decided. We may offer one free repair a year for every coat, for as long as its owner keeps it. The owner would register the coat with the number sewn into the lining and send it in with a prepaid label.</p>
<p>Open questions: whether the promise moves with the coat when it is sold, whether linings count, and what a repair may cost us at most. Until these are answered nothing of this must be promised to customers.</p>`,
      },
      es: {
        title: 'Borrador: reparación de por vida',
        body: `<p>Es un plan para la próxima primavera y aún no está decidido. Podríamos ofrecer una reparación gratuita al año para cada abrigo, mientras su dueño lo conserve. El dueño registraría el abrigo con el número cosido en el forro y lo enviaría con una etiqueta prepagada.</p>
<p>Preguntas abiertas: si la promesa pasa con el abrigo cuando se vende, si los forros cuentan y cuánto nos puede costar como máximo una reparación. Hasta responderlas no se debe prometer nada de esto a los clientes.</p>`,
      },
    },
    {
      labels: ['spare parts'],
      en: {
        title: 'Spare buttons, laces and insoles',
        body: `<p>Most shirts and jackets have a spare button sewn to the inner seam. If yours is gone, we send <strong>up to three buttons free of charge</strong>: write to us with the order number and a photo of one that is left.</p>
<p>Laces cost 4 €, insoles 12 €, hoods and belts of rain jackets 19 €; you find them under <em>Accessories → Spare parts</em>. We keep them long after a model has ended.</p>
<p>Small parts travel by letter post without tracking and take 4 to 6 working days within the European Union.</p>`,
      },
      es: {
        title: 'Botones, cordones y plantillas de repuesto',
        body: `<p>La mayoría de camisas y chaquetas llevan un botón de repuesto cosido en la costura interior. Si ya no lo tienes, enviamos <strong>hasta tres botones gratis</strong>: escríbenos con el número de pedido y una foto de uno de los que quedan.</p>
<p>Los cordones cuestan 4 €, las plantillas 12 €, las capuchas y cinturones de chubasqueros 19 €; están en <em>Accesorios → Repuestos</em>. Los guardamos mucho tiempo después de terminar un modelo.</p>
<p>Las piezas pequeñas viajan por correo ordinario sin seguimiento y tardan de 4 a 6 días laborables en la Unión Europea.</p>`,
      },
    },
  ],
};
