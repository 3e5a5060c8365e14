import { whys } from './es-whys.ts';
import type { SetUpMessages } from './messages.ts';

export const es: SetUpMessages = {
  checking: 'Comprobando: {part}',
  parts: {
    me: 'quién es usted',
    token: 'token de acceso',
    settings: 'ajustes de la cuenta',
    ticketFields: 'campos de ticket',
    ticketForms: 'formularios de ticket',
    webhooks: 'webhooks',
    deliveries: 'entregas del webhook',
    triggers: 'disparadores',
    triggerCategories: 'categorías de disparadores',
    automations: 'automatizaciones',
    macros: 'macros',
    installations: 'aplicaciones instaladas',
    helpCenter: 'centro de ayuda',
  },
  fixing: 'Escribiendo en Zendesk…',
  proving: 'Enviando una entrega de prueba al asistente…',
  undoing: 'Deshaciendo…',
  checkAgain: 'Comprobar de nuevo',
  standings: {
    not_admin: {
      title: 'La configuración es para administradores',
      text: 'Solo un administrador puede ver y cambiar webhooks y disparadores. Pida a un administrador de esta cuenta de Zendesk que abra esta página.',
    },
    fine: {
      title: 'Todo está configurado',
      text: 'Esta cuenta tiene lo que el asistente necesita, y nada lo estorba.',
    },
    works: {
      title: 'El asistente funciona',
      text: 'Algunas cosas podrían mejorar. Están abajo.',
    },
    bare: {
      title: 'El asistente aún no está configurado',
      text: 'Lo que aparece abajo se creará en esta cuenta. Nada más cambia, y usted puede deshacerlo.',
    },
    broken: {
      title: 'El asistente no funciona',
      text: 'Lo que aparece abajo se lo impide.',
    },
  },
  severities: { broken: 'Roto', degraded: 'Limitado', advice: 'Consejo' },
  kinds: {
    credentials: 'Sesión',
    ticket_field: 'Campo de ticket',
    ticket_form: 'Formulario de ticket',
    webhook: 'Webhook',
    comment_trigger: 'Disparador',
    closed_trigger: 'Disparador',
    deliveries: 'Entregas',
    help_center: 'Centro de ayuda',
    trigger: 'Disparador',
    automation: 'Automatización',
    macro: 'Macro',
    app: 'Aplicación',
  },
  is: 'Es',
  shouldBe: 'Debe ser',
  removed: 'Se quita:',
  added: 'Se añade:',
  nothing: '(nada)',
  willBeCreated: 'Lo que se creará',
  onlyYou: 'Lo que puede hacer:',
  fix: 'Corregir',
  fixNamed: 'Corregir: {object}',
  setUpNow: 'Configurar ahora',
  fixAll: { one: 'Corregir…', other: 'Corregir los {count}…' },
  preview: {
    title: 'Esto se escribirá en Zendesk',
    text: 'Solo se tocan estos objetos. Después puede deshacer cada uno.',
  },
  writeNow: { one: 'Escribir este cambio', other: 'Escribir estos {count} cambios' },
  cancel: 'Cancelar',
  others: {
    title: 'Quién más actúa en esta cuenta',
    text: 'La configuración nunca cambia lo que no es suyo. Decida usted si es lo que quiere.',
  },
  passedCount: { one: '{count} cosa está bien', other: '{count} cosas están bien' },
  passed: {
    signed_in: 'Usted es administrador',
    credentials_last: 'Las credenciales siguen valiendo',
    scopes_suffice: 'Los permisos bastan',
    field_right: 'Está como debe',
    field_on_form: 'Muestra el campo',
    webhook_right: 'Está como debe',
    trigger_right: 'Está como debe',
    deliveries_arrive: 'Llegan al asistente',
    articles_found: 'Tiene artículos con los que responder',
    no_other_writers: 'Nadie más responde a los clientes',
  },
  fixed: {
    all: { title: 'Hecho', text: 'Se ha escrito todo.' },
    some: {
      title: 'Hecho en parte',
      text: 'Lo que aparece aquí no se ha escrito. Lo demás sí.',
    },
    none: { title: 'No se ha escrito nada', text: 'Lo que aparece aquí no se ha escrito.' },
  },
  outcomes: {
    written: 'Escrito',
    already_fine: 'Ya estaba bien',
    refused: 'Zendesk lo ha rechazado',
    blocked: 'Sin intentar: falta aquello en lo que se apoya',
    failed: 'Zendesk no ha respondido',
  },
  zendeskSaid: 'Zendesk dice ({status}):',
  changes: {
    title: 'Cambiado desde que abrió esto',
    text: '«Deshacer» repone lo que había antes, salvo que alguien lo haya editado desde entonces.',
  },
  undo: 'Deshacer',
  undoNamed: 'Deshacer: {object}',
  undoAll: 'Deshacer todo',
  undone: 'Deshacer',
  undoOutcomes: {
    undone: 'Deshecho',
    changed_since: 'Se dejó como está: alguien lo ha cambiado desde entonces',
    refused: 'Zendesk lo ha rechazado',
    failed: 'Zendesk no ha respondido',
  },
  proven:
    'La ida y vuelta funciona: Zendesk envió una entrega de prueba firmada y el asistente respondió.',
  roundTrips: {
    secret_unknown: {
      title: 'El asistente aún no conoce la clave de firma',
      text: 'La lee de Zendesk con su propio acceso. Espere un minuto y compruebe de nuevo. Si sigue así, su usuario debe ser administrador.',
    },
    wrong_answer: {
      title: 'Ha respondido otra cosa',
      text: 'En la dirección del webhook no hay un asistente que conozca esta cuenta. Compruebe la dirección del servidor y el nombre de la tienda en los ajustes de la aplicación.',
    },
    not_reached: {
      title: 'Zendesk no llega al asistente',
      text: 'El servidor no respondió en la dirección del webhook. Compruebe que está en marcha y que se llega a él desde internet.',
    },
    refused: {
      title: 'Zendesk no nos dejó probar',
      text: 'No está probado que lleguen las entregas. Escriba un comentario en un ticket para verlo.',
    },
  },
  settingsSaved:
    'Los ajustes de la aplicación están rellenados; los demás tickets abiertos los usarán al recargarlos. Si la página de la barra de navegación no muestra cifras, vuelva a escribir el secreto de la API.',
  settingsFailed: {
    refused: {
      title: 'Zendesk no aceptó los ajustes de la aplicación',
      text: 'Rellénelos usted:',
    },
    unknown_app: {
      title: 'Rellene los ajustes de la aplicación',
      text: 'La aplicación no puede hacerlo aquí:',
    },
    failed: {
      title: 'Los ajustes de la aplicación no se han guardado',
      text: 'Zendesk no ha respondido. Rellénelos usted:',
    },
  },
  settingsPlace:
    'Admin Center > Apps and integrations > Apps > Zendesk Support apps > Smart Assistant > Change settings',
  noAddress: {
    title: 'Rellene primero los ajustes de la aplicación',
    text: 'La configuración tiene que saber dónde está el asistente. Estos ajustes faltan o no son correctos:',
  },
  translation: whys,
};
