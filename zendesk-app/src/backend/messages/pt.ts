import type { BackendMessages } from './backend-messages.ts';

export const pt: BackendMessages = {
  problems: {
    offline: {
      title: 'Você está sem conexão',
      text: 'O que aparece do ticket fica como está. Tente novamente quando estiver conectado.',
    },
    down: {
      title: 'O servidor do assistente não responde',
      text: 'Pausar, assumir e devolver funcionam mesmo assim. Tente novamente em um minuto.',
    },
    slow: {
      title: 'O servidor do assistente está lento',
      text: 'Ele não respondeu a tempo. Tente novamente em instantes.',
    },
    refused: {
      title: 'O servidor do assistente recusou',
      text: 'Ele não conhece esta loja ou este ticket. Peça a um administrador que verifique as configurações do aplicativo.',
    },
    busy: {
      title: 'Pedidos demais',
      text: 'Espere um minuto e tente novamente.',
    },
    too_large: {
      title: 'Há mais do que se pode mostrar',
      text: 'A resposta do servidor do assistente é grande demais. Avise um administrador.',
    },
    unreadable: {
      title: 'O aplicativo e o servidor não combinam',
      text: 'Recarregue a página. Se não bastar, peça a um administrador que atualize o aplicativo.',
    },
  },
  staleKey: {
    title: 'Este ticket já avançou',
    text: 'O estado mostrado aqui não é mais o mais recente. Tente novamente depois que o ticket for atualizado.',
  },
  tryAgain: 'Tentar novamente',
};
