import type { Messages } from './messages.ts';

export const es: Messages = {
  loading: 'Cargando el estado de este ticket',
  headlines: {
    new: 'El asistente atiende este ticket',
    replied: 'El asistente respondió {ago}',
    drafted: 'El asistente redactó un borrador {ago}',
    observed: 'El asistente solo observa',
    listening: 'El asistente está a la escucha',
    handoff: 'Le esperan a usted',
    agent: 'Un agente se ha hecho cargo',
    paused: 'El asistente está en pausa',
    ended: 'La conversación ha terminado',
  },
  modes: {
    assistant: 'Asistente',
    handoff: 'Le necesitan',
    agent: 'Agente',
    paused: 'En pausa',
    ended: 'Terminada',
  },
  reasons: {
    answered_from_articles: 'Sus artículos de ayuda responden a la pregunta.',
    requester_asked_for_person: 'El cliente pidió hablar con una persona.',
    sensitive_topic: 'El tema es delicado y necesita a una persona.',
    no_article_matches: 'Ningún artículo de ayuda corresponde a la pregunta.',
    not_confident: 'El asistente no estaba bastante seguro de su respuesta.',
    only_attachments: 'El cliente solo envió archivos, y el asistente no los lee.',
    turn_limit_reached: 'El asistente ya dio todas las respuestas que puede dar en un ticket.',
    messaging_channel: 'El cliente escribe por mensajería, donde el asistente no responde.',
    turn_failed: 'Algo falló y el asistente no pudo terminar.',
    agent_has_replied: 'Un agente ha respondido, así que el asistente guarda silencio.',
    agent_took_over: 'Un agente se hizo cargo del ticket, así que el asistente guarda silencio.',
    waiting_for_agent: 'El ticket espera a un agente, así que el asistente guarda silencio.',
    reopened_left_to_agents:
      'El cliente reabrió el ticket, y en esta tienda lo atiende entonces un agente.',
    paused_by_tag: 'El ticket tiene la etiqueta assistant_paused.',
    loop_suspected: 'El asistente escribía demasiado a menudo aquí y se ha puesto en pausa.',
    own_comment_echo: 'El último comentario es suyo.',
    nothing_new: 'El cliente no ha escrito nada nuevo.',
    ticket_solved: 'El ticket está resuelto.',
    ticket_closed: 'El ticket está cerrado.',
  },
  confidence: { high: 'Seguro', medium: 'Bastante seguro', low: 'Poco seguro' },
  labels: {
    since: 'Desde',
    confidence: 'Confianza',
    sources: 'Fuentes',
    answers: 'Respuestas',
  },
  article: 'Artículo {id}',
  pending: {
    handback: 'Devuelto. El asistente se hará cargo en su próximo turno.',
    resume: 'La pausa terminó. El asistente continúa en su próximo turno.',
  },
  controls: {
    pause: 'Pausar el asistente',
    resume: 'Reanudar el asistente',
    hand_back: 'Devolver al asistente',
    keep: 'Deshacer la devolución',
  },
  controlFailures: {
    forbidden: 'No se guardó: usted no puede cambiar este ticket.',
    closed: 'No se guardó: Zendesk ya no admite cambios en este ticket.',
    unanswered: 'No se guardó: Zendesk no respondió. Inténtelo de nuevo.',
  },
  saving: 'Guardando…',
  verified: 'Verificado: lo escribió el asistente.',
  stale: 'No se pudo actualizar. Puede no estar al día.',
  tryAgain: 'Reintentar',
  notices: {
    absent: {
      title: 'El asistente aún no ha visto este ticket',
      text: 'Empieza con el próximo comentario público.',
    },
    unreadable: {
      title: 'El estado de este ticket está dañado',
      text: 'Alguien o algo ha sobrescrito el campo del asistente. El asistente lo restaura en su próximo turno.',
    },
    changed: {
      title: 'Se cambió el estado de este ticket',
      text: 'Ya no es lo que escribió el asistente, por eso no se muestra. El asistente lo restaura en su próximo turno.',
    },
    foreign: {
      title: 'Este estado pertenece a otro ticket',
      text: 'Se copió aquí o se cambió el solicitante. El asistente lo restaura en su próximo turno.',
    },
    too_new: {
      title: 'Esta aplicación no está al día',
      text: 'El estado fue escrito por una versión más nueva. Recargue la página; si no basta, pida a un administrador que actualice la aplicación.',
    },
  },
  failed: {
    title: 'No se pudo leer el ticket',
    text: 'Zendesk no respondió. Al asistente no le afecta.',
  },
  unreachable: {
    title: 'Zendesk no responde',
    text: 'La aplicación no pudo conectarse con la página que la rodea.',
  },
  outside: {
    title: 'Abra esta aplicación en Zendesk',
    text: 'Funciona junto a un ticket de Zendesk Support y por sí sola no tiene nada que mostrar.',
  },
  notConfigured: {
    title: 'La aplicación aún no está configurada',
    text: 'Un administrador puede completar estos ajustes en Aplicaciones e integraciones:',
  },
  settings: {
    backend_url: 'Dirección del servidor',
    tenant_slug: 'Nombre de la tienda',
    state_field_id: 'ID del campo de ticket',
    state_public_key: 'Clave pública del estado',
  },
};
