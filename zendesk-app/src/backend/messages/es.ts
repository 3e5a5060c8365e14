import type { BackendMessages } from './backend-messages.ts';

export const es: BackendMessages = {
  problems: {
    offline: {
      title: 'No tiene conexión',
      text: 'Lo que se muestra del ticket queda como está. Inténtelo de nuevo cuando tenga conexión.',
    },
    down: {
      title: 'El servidor del asistente no responde',
      text: 'Pausar, hacerse cargo y devolver funcionan igualmente. Inténtelo de nuevo en un minuto.',
    },
    slow: {
      title: 'El servidor del asistente va lento',
      text: 'No respondió a tiempo. Inténtelo de nuevo en un momento.',
    },
    refused: {
      title: 'El servidor del asistente lo rechazó',
      text: 'No conoce esta tienda o este ticket. Pida a un administrador que revise los ajustes de la aplicación.',
    },
    busy: {
      title: 'Demasiadas solicitudes',
      text: 'Espere un minuto e inténtelo de nuevo.',
    },
    too_large: {
      title: 'Hay más de lo que se puede mostrar',
      text: 'La respuesta del servidor del asistente es demasiado grande. Avise a un administrador.',
    },
    unreadable: {
      title: 'La aplicación y el servidor no concuerdan',
      text: 'Recargue la página. Si no basta, pida a un administrador que actualice la aplicación.',
    },
  },
  staleKey: {
    title: 'Este ticket ha avanzado',
    text: 'El estado que se ve aquí ya no es el último. Inténtelo de nuevo cuando el ticket se haya actualizado.',
  },
  tryAgain: 'Reintentar',
};
