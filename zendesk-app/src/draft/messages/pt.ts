import type { DraftMessages } from './messages.ts';

export const pt: DraftMessages = {
  title: 'Rascunho',
  preparing: 'Procurando uma resposta…',
  text: 'Resposta para editar',
  insert: 'Inserir na resposta',
  inserted: 'O texto está na caixa de resposta. Nada foi enviado.',
  insertFailed: 'O Zendesk não aceitou. Copie o texto.',
  copy: 'Copiar',
  copied: 'Copiado.',
  copyFailed: 'O navegador não permite copiar. O texto está selecionado: pressione Ctrl+C ou ⌘C.',
  close: 'Fechar',
  notFound: 'O assistente não tem uma resposta para sugerir',
};
