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
    {
      labels: ['account', 'email'],
      en: {
        title: 'Change your e-mail address or phone number',
        body: `<p>Open <em>My account → Profile</em>, write the new e-mail address and confirm with your password. We send a link to the <strong>new</strong> address and a note to the previous one; the change counts once you click the link, which works for 24 hours.</p>
<p>Orders that are on their way keep sending news to the previous address. The phone number changes at once and is given to the carrier with the next order.</p>
<p>If you no longer have access to that one and have forgotten the password too, write to us from the new one with two order numbers.</p>`,
      },
      es: {
        title: 'Cambiar tu correo electrónico o tu teléfono',
        body: `<p>Abre <em>Mi cuenta → Perfil</em>, escribe el correo nuevo y confirma con tu contraseña. Enviamos un enlace a la dirección <strong>nueva</strong> y un aviso a la antigua; el cambio vale cuando pulsas el enlace, que funciona 24 horas.</p>
<p>Los pedidos que están en camino siguen enviando noticias al correo antiguo. El teléfono cambia al momento y se da al transportista con el próximo pedido.</p>
<p>Si ya no tienes acceso al correo antiguo y además has olvidado la contraseña, escríbenos desde el nuevo con dos números de pedido.</p>`,
      },
    },
    {
      labels: ['account', 'points'],
      en: {
        title: 'Collect and spend loyalty points',
        body: `<p>With an account you collect <strong>one point for every euro</strong>, shipping and gift cards aside. 100 points are worth 5 €. Points appear 30 days after delivery, when the time for returns is over.</p>
<p>Spend them at checkout, in steps of 100. Points of a returned item are taken off again; points that you spent on it come back. They lapse 24 months after they were earned.</p>
<p>Loyalty points belong to one person and cannot be given away or paid out.</p>`,
      },
      es: {
        title: 'Acumular y gastar puntos de fidelidad',
        body: `<p>Con una cuenta acumulas <strong>un punto por cada euro</strong>, sin contar envío ni tarjetas regalo. 100 puntos valen 5 €. Los puntos aparecen 30 días después de la entrega, cuando termina el plazo de devolución.</p>
<p>Gástalos al finalizar la compra, de 100 en 100. Los puntos de un artículo devuelto se descuentan; los que gastaste en él vuelven. Caducan a los 24 meses de ganarlos.</p>
<p>Los puntos de fidelidad son personales y no se pueden regalar ni cobrar en dinero.</p>`,
      },
    },
  ],
};
