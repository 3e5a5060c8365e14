import type { DraftMessages } from './messages.ts';

export const es: DraftMessages = {
  title: 'Borrador',
  preparing: 'Buscando una respuesta…',
  text: 'Respuesta editable',
  insert: 'Insertar en la respuesta',
  inserted: 'Está en el cuadro de respuesta. No se ha enviado nada.',
  insertFailed: 'Zendesk no lo aceptó. Cópielo.',
  copy: 'Copiar',
  copied: 'Copiado.',
  copyFailed: 'El navegador no permite copiar. El texto está seleccionado: pulse Ctrl+C o ⌘C.',
  close: 'Cerrar',
  notFound: 'El asistente no tiene ninguna respuesta que sugerir',
};
