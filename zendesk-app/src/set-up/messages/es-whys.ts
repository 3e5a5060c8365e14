import type { WhyTranslation } from './messages.ts';

export const whys: WhyTranslation = {
  whys: {
    not_signed_in: 'Zendesk no sabe quién llama: el asistente no puede leer ni responder tickets.',
    not_admin:
      'Solo un administrador puede crear campos de ticket, webhooks y disparadores; {name} ha iniciado sesión como {role}.',
    server_not_admin:
      'El usuario del asistente es {role}, no administrador: puede responder tickets, pero no leer la clave de firma del webhook ni sus entregas.',
    user_is_end_user:
      'El usuario del asistente es un usuario final: solo ve sus propios tickets y no puede responder otros.',
    user_restricted:
      'El usuario del asistente no puede ver todos los tickets (solo {restriction}): Zendesk le oculta los demás y nadie los responde.',
    user_suspended: 'El usuario del asistente está suspendido: Zendesk rechaza todas sus llamadas.',
    user_unverified:
      'El usuario del asistente no ha verificado su correo: los tokens de API solo valen para usuarios verificados.',
    api_token_ends:
      'Zendesk desactiva todos los tokens de API el 30/04/2027, dentro de {days} días. Desde el 27/10/2026 no se crean nuevos. Cambie antes a un cliente OAuth.',
    api_token_ended:
      'Zendesk desactivó todos los tokens de API el 30/04/2027. El asistente necesita un cliente OAuth.',
    api_token_access_off: 'Esta cuenta no admite tokens de API.',
    scope_missing:
      'Al token OAuth le falta el permiso {scope}: {missed}. Los disparadores siguen actuando, el asistente no puede trabajar.',
    scope_narrow: 'Al token OAuth le falta el permiso {scope}: {missed}.',
    scope_unknown:
      'Zendesk no conoce el permiso {scope}: un token con un permiso desconocido se rechaza en todas partes.',
    token_expires:
      'El token OAuth termina en {days} días y no se renueva; entonces el asistente calla.',
    token_expired: 'El token OAuth ha caducado: Zendesk rechaza todas sus llamadas.',
    part_unreadable: 'Zendesk no nos dejó leer: {part}. Eso no se ha comprobado.',
    need_unreadable:
      'Zendesk no nos dejó leer: {part}. El asistente no se puede comprobar ni configurar.',
    list_cut:
      'Esta cuenta tiene más de lo que la configuración lee ({part}), y lo nuestro no está entre lo primero: crear otro podría ser uno de más.',
    field_missing:
      'El campo de ticket guarda lo que el asistente sabe de un ticket; sin él, la barra lateral no tiene nada que mostrar.',
    field_id_stale:
      'El id de campo {stored} de los ajustes no es el campo de esta cuenta ({found}): la barra lateral busca en el lugar equivocado.',
    field_wrong_type:
      'El estado es una línea de texto; un campo de tipo {type} la rechaza, y un tipo no se puede cambiar.',
    field_inactive: 'Zendesk deja fuera de los tickets los campos desactivados.',
    field_validated: 'Un patrón del campo rechaza lo que escribe el asistente.',
    field_required:
      'Los agentes no pueden resolver un ticket en el que el asistente no ha escrito.',
    field_required_in_portal:
      'Los clientes no pueden enviar una solicitud sin rellenar un campo que no es suyo.',
    field_visible_in_portal: 'Los clientes ven los datos de trabajo del asistente en su solicitud.',
    field_editable_in_portal: 'Los clientes pueden cambiar lo que el asistente sabe de su ticket.',
    field_not_agent_editable:
      'Los agentes no pueden editar el campo; que Zendesk acepte entonces lo que escribe el asistente depende de su rol.',
    field_duplicate: 'Hay dos campos de estado; solo se usa {kept}.',
    form_without_field:
      'Los tickets del formulario «{form}» no muestran el campo: la barra lateral no ve en ellos ningún estado.',
    webhook_missing: 'Nada avisa al asistente de los comentarios nuevos.',
    webhook_id_stale: 'El webhook guardado {stored} ya no existe; el que entrega es {found}.',
    webhook_endpoint: 'El webhook entrega en otra dirección: el asistente no oye nada.',
    webhook_method: 'Al asistente se le avisa por POST; los demás métodos no llevan contenido.',
    webhook_format: 'El asistente solo lee JSON.',
    webhook_inactive: 'Zendesk no envía nada por un webhook inactivo.',
    webhook_subscription:
      'Este webhook está suscrito a eventos: ningún disparador puede usarlo, y el asistente no lee lo que envía.',
    webhook_made_by_app:
      'Una aplicación de Zendesk creó este webhook, y nadie puede leer su clave de firma: sus entregas no se pueden verificar.',
    webhook_duplicate: 'Dos webhooks entregan al asistente, con claves de firma distintas.',
    trigger_missing: '{missed}',
    trigger_inactive: 'Un disparador inactivo nunca actúa. {missed}',
    trigger_duplicate: 'Al asistente se le avisa dos veces de todo; basta un disparador.',
    trigger_no_webhook: 'El disparador no avisa a ningún webhook. {missed}',
    trigger_wrong_webhook:
      'El disparador avisa a otro webhook que no es el del asistente. {missed}',
    trigger_notifies_twice: 'El disparador avisa al asistente dos veces de cada evento.',
    trigger_misses_public_comment:
      'Sin la condición «El comentario es público», el disparador también actúa con notas internas o con cambios sin comentario.',
    trigger_status_missing:
      'El disparador no actúa cuando un ticket queda {missed}: el asistente sigue una conversación terminada.',
    trigger_status_incomplete:
      'El disparador no actúa cuando un ticket queda {missed}: el fin de esa conversación se nota tarde.',
    trigger_status_not_changed_to:
      'Sin «Cambiado a», el disparador actúa con cada cambio de un ticket resuelto, también al reabrirlo.',
    trigger_narrowed: 'Al asistente no se le avisa de esto: {missed}.',
    trigger_too_wide:
      'El disparador actúa también con tickets que no han terminado: cuesta llamadas y no dice nada.',
    trigger_order:
      'El disparador «{other}» cierra tickets antes de que llegue el turno de este, y Zendesk no ejecuta disparadores en un ticket cerrado.',
    body_unreadable:
      'Lo que envía el disparador no se lee como ninguno de los contenidos JSON acordados.',
    body_unquoted:
      'Un marcador sin comillas hace inválido el JSON en cuanto su valor está vacío o es una palabra.',
    body_no_ticket_id: 'El contenido no dice de qué ticket se trata.',
    body_wrong_kind:
      'El contenido dice que ha ocurrido algo distinto de lo que hace actuar al disparador.',
    body_wrong_field:
      'El contenido lleva el campo de ticket {carried}; el estado está en el campo {field}.',
    body_hint_lost:
      'Sin el {hint} correcto, el asistente no reconoce enseguida sus propias respuestas y lee el ticket cada vez.',
    body_manual:
      'El contenido funciona. Uno solo con ids no se rompe por las comillas de un comentario ni envía texto de clientes.',
    deliveries_failing:
      'Las últimas {count} entregas fallaron todas ({status}): el asistente no oye nada.',
    deliveries_some_failed:
      'Fallaron {count} de las últimas {total} entregas. Lo que anunciaban se recupera unos minutos después.',
    no_help_center:
      'No hay un centro de ayuda que se pueda leer, y el asistente responde con sus artículos.',
    no_articles:
      'Ningún artículo está publicado para todos: el asistente no tiene con qué responder.',
    field_written_by_other:
      '«{other}» escribe en el campo del estado: se pierde lo que el asistente sabe del ticket.',
    other_assistant:
      '«{other}» parece otro asistente ({vendor}). Previsión: dos respuestas por comentario.',
    other_installation:
      '«{other}» avisa a otro Smart Assistant ({endpoint}) de los comentarios nuevos. Previsión: dos respuestas por comentario.',
    other_writer_answers:
      '«{other}» responde por sí mismo a los clientes. Previsión: {prediction}.',
    other_tells_webhook:
      '«{other}» también avisa al asistente, no se sabe de qué. Previsión: llamadas sin efecto.',
    tags_replaced:
      '«{other}» reemplaza todas las etiquetas de un ticket. Previsión: se anula una pausa puesta con la etiqueta assistant_paused.',
  },
  missed: {
    first_messages: 'el primer mensaje de un ticket',
    follow_ups: 'todos los mensajes de un ticket menos el primero',
    customer_comments: 'lo que escriben los clientes',
    agent_comments: 'lo que escriben los agentes, así que puede pisarles la palabra',
    api_comments:
      'los comentarios que llegan por la API, también los de clientes en su propio portal',
    other_channels: 'los tickets de otros canales',
    other_brands: 'los tickets de otras marcas',
    other_forms: 'los tickets de otros formularios',
    other_people: 'los tickets de otras personas',
    tagged: 'los tickets con o sin ciertas etiquetas',
    other_words: 'los comentarios con otras palabras',
    other_statuses: 'los tickets en otros estados',
    others: 'los tickets que no cumplen la condición',
  },
  missedWithout: {
    comment_trigger: 'Nada avisa al asistente de los comentarios nuevos.',
    closed_trigger: 'Nada avisa al asistente de que un ticket ha terminado.',
  },
  statuses: { solved: 'resuelto', closed: 'cerrado', 'solved or closed': 'resuelto o cerrado' },
  roles: { agent: 'agente', 'end-user': 'usuario final', admin: 'administrador' },
  predictions: {
    'two replies per question': 'dos respuestas por pregunta',
    'two replies to a first message': 'dos respuestas a un primer mensaje',
    'an e-mail of its own besides the reply': 'un correo propio además de la respuesta',
  },
  places: {
    signIn: 'Vuelva a iniciar sesión en Zendesk, como administrador',
    later: 'Inténtelo más tarde',
    helpCenter: 'Centro de ayuda > Gestionar artículos',
  },
  someAssistant: 'un asistente de IA',
};
