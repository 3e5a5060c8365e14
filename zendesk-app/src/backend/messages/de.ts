import type { BackendMessages } from './backend-messages.ts';

export const de: BackendMessages = {
  problems: {
    offline: {
      title: 'Sie sind offline',
      text: 'Was vom Ticket zu sehen ist, bleibt stehen. Versuchen Sie es noch einmal, sobald Sie verbunden sind.',
    },
    down: {
      title: 'Der Server des Assistenten antwortet nicht',
      text: 'Anhalten, Übernehmen und Zurückgeben gehen trotzdem. Versuchen Sie es in einer Minute noch einmal.',
    },
    slow: {
      title: 'Der Server des Assistenten ist langsam',
      text: 'Er hat nicht rechtzeitig geantwortet. Versuchen Sie es gleich noch einmal.',
    },
    refused: {
      title: 'Der Server des Assistenten hat abgelehnt',
      text: 'Er kennt diesen Shop oder dieses Ticket nicht. Bitten Sie einen Administrator, die Einstellungen der App zu prüfen.',
    },
    busy: {
      title: 'Zu viele Anfragen',
      text: 'Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    },
    too_large: {
      title: 'Das ist mehr, als sich anzeigen lässt',
      text: 'Die Antwort vom Server des Assistenten ist zu groß. Bitte sagen Sie einem Administrator Bescheid.',
    },
    unreadable: {
      title: 'App und Server passen nicht zusammen',
      text: 'Laden Sie die Seite neu. Hilft das nicht, bitten Sie einen Administrator, die App zu aktualisieren.',
    },
  },
  staleKey: {
    title: 'Dieses Ticket ist schon weiter',
    text: 'Der Stand, der hier zu sehen ist, ist nicht mehr der neueste. Versuchen Sie es noch einmal, wenn das Ticket aktualisiert ist.',
  },
  tryAgain: 'Noch einmal versuchen',
};
