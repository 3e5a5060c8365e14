import type { BackendMessages } from './backend-messages.ts';

export const fr: BackendMessages = {
  problems: {
    offline: {
      title: 'Vous êtes hors ligne',
      text: 'Ce qui est affiché du ticket reste tel quel. Réessayez une fois la connexion rétablie.',
    },
    down: {
      title: 'Le serveur de l’assistant ne répond pas',
      text: 'Mettre en pause, prendre en charge et rendre restent possibles. Réessayez dans une minute.',
    },
    slow: {
      title: 'Le serveur de l’assistant est lent',
      text: 'Il n’a pas répondu à temps. Réessayez dans un instant.',
    },
    refused: {
      title: 'Le serveur de l’assistant a refusé',
      text: 'Il ne connaît pas cette boutique ou ce ticket. Demandez à un administrateur de vérifier les paramètres de l’application.',
    },
    busy: {
      title: 'Trop de demandes',
      text: 'Patientez une minute, puis réessayez.',
    },
    too_large: {
      title: 'Trop de contenu à afficher',
      text: 'La réponse du serveur de l’assistant est trop volumineuse. Prévenez un administrateur.',
    },
    unreadable: {
      title: 'L’application et le serveur ne s’accordent pas',
      text: 'Rechargez la page. Si cela ne suffit pas, demandez à un administrateur de mettre l’application à jour.',
    },
  },
  staleKey: {
    title: 'Ce ticket a évolué',
    text: 'L’état affiché ici n’est plus le plus récent. Réessayez une fois le ticket actualisé.',
  },
  tryAgain: 'Réessayer',
};
