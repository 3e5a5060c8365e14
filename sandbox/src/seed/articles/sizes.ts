import type { SectionSeed } from '../article-seed.ts';

export const SIZES: SectionSeed = {
  en: 'Sizes and products',
  es: 'Tallas y productos',
  articles: [
    {
      labels: ['sizes'],
      en: {
        title: 'Find your size',
        body: `<p>Measure yourself in underwear with a soft tape: chest at the fullest point, waist at the narrowest, hips at the widest. Compare with the table on the product page; it shows <strong>body measurements</strong>, not those of the garment.</p>
<p>Between two sizes, take the larger one for coats, linen and anything without elastane, and the smaller one for knitwear, which gives with time. Our shirts follow European sizes: 38 is S, 40 is M, 42 is L.</p>
<p>Models on the photos are 1.78 m (women) and 1.87 m (men) tall and wear size S and M. If you tell us your measurements and the product, we gladly say which size our customers with similar measurements kept.</p>`,
      },
      es: {
        title: 'Encuentra tu talla',
        body: `<p>Mídete en ropa interior con una cinta blanda: el pecho por la parte más ancha, la cintura por la más estrecha y la cadera por la más ancha. Compara con la tabla de la página del producto; muestra <strong>medidas del cuerpo</strong>, no de la prenda.</p>
<p>Entre dos tallas, elige la mayor para abrigos, lino y todo lo que no lleva elastano, y la menor para punto, que cede con el tiempo. Nuestras camisas siguen tallas europeas: 38 es S, 40 es M, 42 es L.</p>
<p>Los modelos de las fotos miden 1,78 m (mujer) y 1,87 m (hombre) y llevan las tallas S y M. Si nos dices tus medidas y el producto, te decimos con gusto qué talla se quedaron clientes con medidas parecidas.</p>`,
      },
    },
    {
      labels: ['sizes', 'shoes'],
      en: {
        title: 'Shoe sizes',
        body: `<p>Stand on a sheet of paper in the evening, when feet are largest, and mark heel and longest toe. Add <strong>5 mm</strong> to the distance and look it up: 24.5 cm is size 38, 25.0 cm is 39, 25.7 cm is 40, 26.3 cm is 41, 27.0 cm is 42, 27.7 cm is 43.</p>
<p>Our leather boots run half a size large, so take your usual size for thick socks and half a size less otherwise. Sneakers run true to size. Sandals have whole sizes only; round up.</p>
<p>Leather widens by a few millimetres within a week but never gets longer. If the toes touch the front, the shoe is too short: return it within 30 days and wear it on carpet only until you are sure.</p>`,
      },
      es: {
        title: 'Tallas de zapatos',
        body: `<p>Ponte de pie sobre un papel por la tarde, cuando los pies son más grandes, y marca el talón y el dedo más largo. Suma <strong>5 mm</strong> a la distancia y búscala: 24,5 cm es la talla 38, 25,0 cm la 39, 25,7 cm la 40, 26,3 cm la 41, 27,0 cm la 42 y 27,7 cm la 43.</p>
<p>Nuestras botas de piel tallan media talla grande: toma tu talla habitual para calcetines gruesos y media menos en otro caso. Las zapatillas tallan normal. Las sandalias solo tienen tallas enteras; redondea hacia arriba.</p>
<p>La piel se ensancha unos milímetros en una semana, pero nunca se alarga. Si los dedos tocan la punta, el zapato es corto: devuélvelo en 30 días y úsalo solo sobre alfombra hasta estar seguro.</p>`,
      },
    },
    {
      labels: ['stock'],
      en: {
        title: 'When is an item back in stock?',
        body: `<p>On a product that is sold out, choose your size and click <strong>Tell me when it is back</strong>. We send one e-mail as soon as the size is available; we cannot reserve it, and popular sizes go within a day.</p>
<p>Basics such as T-shirts, socks and jeans are produced all year and usually return within <strong>4 to 6 weeks</strong>. Seasonal pieces are made once: when they are gone, they do not come back, apart from single returns that appear in the outlet.</p>
<p>The shops in Lisbon, Porto and Madrid have their own stock. The product page shows under "Availability in shops" where your size is on the shelf today, and the shop can hold it for 24 hours by phone.</p>`,
      },
      es: {
        title: '¿Cuándo vuelve a haber existencias?',
        body: `<p>En un producto agotado, elige tu talla y pulsa <strong>Avísame cuando vuelva</strong>. Enviamos un solo correo en cuanto la talla está disponible; no podemos reservarla, y las tallas más pedidas se acaban en un día.</p>
<p>Los básicos como camisetas, calcetines y vaqueros se producen todo el año y suelen volver en <strong>4 a 6 semanas</strong>. Las prendas de temporada se hacen una vez: cuando se acaban no vuelven, salvo devoluciones sueltas que aparecen en el outlet.</p>
<p>Las tiendas de Lisboa, Oporto y Madrid tienen existencias propias. La página del producto muestra en "Disponibilidad en tiendas" dónde está hoy tu talla, y la tienda puede guardarla 24 horas por teléfono.</p>`,
      },
    },
    {
      labels: ['sizes', 'trousers'],
      en: {
        title: 'Trouser lengths and hemming',
        body: `<p>Our trousers and jeans come in three lengths, measured along the inner leg: <strong>short 76 cm, regular 81 cm, long 86 cm</strong>. The number after the slash tells it in inches: 32/30 is short, 32/32 regular, 32/34 long.</p>
<p>We hem trousers in our shops for 9 €, within 3 working days. Hemmed trousers cannot be returned unless they are faulty, so try them with the shoes you mean to wear.</p>
<p>Jeans of raw denim shrink by about 2 cm in the first wash; take them one length longer.</p>`,
      },
      es: {
        title: 'Largo de los pantalones y bajos',
        body: `<p>Nuestros pantalones y vaqueros vienen en tres largos, medidos por el interior de la pierna: <strong>corto 76 cm, normal 81 cm, largo 86 cm</strong>. El número tras la barra lo dice en pulgadas: 32/30 es corto, 32/32 normal y 32/34 largo.</p>
<p>En nuestras tiendas metemos los bajos por 9 €, en 3 días laborables. Los pantalones con los bajos hechos no se pueden devolver salvo que tengan un defecto; pruébatelos con los zapatos que vayas a llevar.</p>
<p>Los vaqueros de denim crudo encogen unos 2 cm en el primer lavado; elige un largo más.</p>`,
      },
    },
    {
      labels: ['sizes', 'children'],
      en: {
        title: "Children's sizes",
        body: `<p>Children's clothes are sized by height in centimetres: 92 fits a child of about two, 104 one who starts kindergarten, <strong>116 one of six, 128 one of eight</strong>, 140 one of ten. Height counts more than age. Between two sizes take the larger one.</p>
<p>Rain trousers and ski suits have a seam that you can let out by 4 cm when the child has grown. Baby sizes 50 to 86 have snap fasteners on both legs.</p>
<p>For children's shoes add 12 mm to the length of the foot. Please measure both feet, in the evening, with the child standing.</p>`,
      },
      es: {
        title: 'Tallas infantiles',
        body: `<p>La ropa infantil va por altura en centímetros: la 92 corresponde a unos dos años, la 104 al principio de preescolar, la <strong>116 a seis, la 128 a ocho</strong> y la 140 a diez. La altura cuenta más que la edad. Entre dos tallas elige la mayor.</p>
<p>Los pantalones de lluvia y los monos de esquí tienen una costura que puedes soltar 4 cm cuando el niño crece. Las tallas de bebé 50 a 86 llevan broches en las dos piernas.</p>
<p>Para zapatos de niño suma 12 mm al largo del pie. Mide los dos pies, por la tarde y con el niño de pie.</p>`,
      },
    },
  ],
};
