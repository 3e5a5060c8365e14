import type { SectionSeed } from '../article-seed.ts';

export const ACCOUNT: SectionSeed = {
  en: 'Your account',
  es: 'Tu cuenta',
  articles: [
    {
      labels: ['account', 'password'],
      en: {
        title: 'I forgot my password',
        body: `<p>Click <strong>Forgot password</strong> on the sign-in page and enter the e-mail address you ordered with. We send a link that works once and for 2 hours. If nothing arrives within 10 minutes, look in the spam folder and check the spelling of the address.</p>
<p>The new password needs at least 10 characters. You are signed out on all other devices after you change it. We never send passwords by e-mail and no agent can see or set yours.</p>
<p>If you ordered as a guest there is no account yet: create one with the same address and your last 12 months of orders appear in it.</p>`,
      },
      es: {
        title: 'He olvidado mi contraseña',
        body: `<p>Pulsa <strong>He olvidado mi contraseña</strong> en la página de acceso e introduce el correo con el que pediste. Enviamos un enlace que funciona una vez y durante 2 horas. Si no llega nada en 10 minutos, mira en la carpeta de spam y comprueba cómo está escrita la dirección.</p>
<p>La contraseña nueva necesita al menos 10 caracteres. Al cambiarla se cierra la sesión en los demás dispositivos. Nunca enviamos contraseñas por correo y ningún agente puede ver ni poner la tuya.</p>
<p>Si pediste como invitado todavía no hay cuenta: crea una con la misma dirección y aparecerán en ella tus pedidos de los últimos 12 meses.</p>`,
      },
    },
    {
      labels: ['account', 'newsletter'],
      en: {
        title: 'Newsletter and marketing e-mails',
        body: `<p>To stop our newsletter, click <strong>Unsubscribe</strong> at the bottom of any issue or switch it off in <em>My account → Messages</em>. It takes up to 24 hours until the last planned e-mail has gone out. E-mails about your orders keep coming, because you need them.</p>
<p>New subscribers get a code for 10 % off the first order. The code arrives within an hour, is valid for 30 days and works once per person. It does not apply to sale items.</p>
<p>You can also choose how often we write: every week, once a month, or only when an item on your wish list gets cheaper.</p>`,
      },
      es: {
        title: 'Boletín y correos publicitarios',
        body: `<p>Para dejar de recibir el boletín, pulsa <strong>Darse de baja</strong> al final de cualquier envío o desactívalo en <em>Mi cuenta → Mensajes</em>. Pueden pasar hasta 24 horas hasta que salga el último correo previsto. Los correos sobre tus pedidos siguen llegando, porque los necesitas.</p>
<p>Quien se suscribe recibe un código del 10 % para el primer pedido. El código llega en una hora, vale 30 días y funciona una vez por persona. No se aplica a artículos rebajados.</p>
<p>También puedes elegir con qué frecuencia escribimos: cada semana, una vez al mes o solo cuando baja de precio un artículo de tu lista de deseos.</p>`,
      },
    },
    {
      labels: ['account', 'privacy'],
      en: {
        title: 'Delete your account and your data',
        body: `<p>Open <em>My account → Privacy → Delete account</em> and confirm with your password. The account is closed at once and your data is deleted within <strong>30 days</strong>. Invoices are kept for ten years, because the law says so, and for nothing else.</p>
<p>Open orders and returns have to be finished first. Gift cards without a rest are deleted too; write down codes that still have an amount before you go.</p>
<p>To receive a copy of your data, choose <em>Download my data</em> on the same page. The file is ready within 48 hours and contains orders, addresses and messages in a form that other programs can read.</p>`,
      },
      es: {
        title: 'Eliminar tu cuenta y tus datos',
        body: `<p>Abre <em>Mi cuenta → Privacidad → Eliminar cuenta</em> y confirma con tu contraseña. La cuenta se cierra al momento y tus datos se borran en <strong>30 días</strong>. Las facturas se guardan diez años, porque lo exige la ley, y para nada más.</p>
<p>Antes deben terminar los pedidos y devoluciones en curso. Las tarjetas regalo sin saldo también se borran; anota los códigos que aún tengan importe antes de irte.</p>
<p>Para recibir una copia de tus datos, elige <em>Descargar mis datos</em> en la misma página. El archivo está listo en 48 horas y contiene pedidos, direcciones y mensajes en un formato que otros programas pueden leer.</p>`,
      },
    },
  ],
};
