import type { Messages } from './messages.ts';

export const de: Messages = {
  loading: 'Der Stand dieses Tickets wird geladen',
  headlines: {
    new: 'Der Assistent betreut dieses Ticket',
    replied: 'Der Assistent hat {ago} geantwortet',
    drafted: 'Der Assistent hat {ago} eine Antwort entworfen',
    observed: 'Der Assistent beobachtet nur',
    listening: 'Der Assistent liest mit',
    handoff: 'Sie sind gefragt',
    agent: 'Ein Agent hat übernommen',
    paused: 'Der Assistent ist angehalten',
    ended: 'Das Gespräch ist beendet',
  },
  justNow: 'gerade eben',
  modes: {
    assistant: 'Assistent',
    handoff: 'Braucht Sie',
    agent: 'Agent',
    paused: 'Angehalten',
    ended: 'Beendet',
  },
  reasons: {
    answered_from_articles: 'Ihre Hilfeartikel beantworten die Frage.',
    requester_asked_for_person: 'Der Kunde möchte mit einem Menschen sprechen.',
    sensitive_topic: 'Das Thema ist heikel und braucht einen Menschen.',
    no_article_matches: 'Kein Hilfeartikel passt zur Frage.',
    not_confident: 'Der Assistent war sich seiner Antwort nicht sicher genug.',
    only_attachments: 'Der Kunde hat nur Dateien geschickt; die liest der Assistent nicht.',
    turn_limit_reached:
      'Der Assistent hat so viele Antworten gegeben, wie er bei einem Ticket darf.',
    messaging_channel: 'Der Kunde schreibt über Messaging; dort antwortet der Assistent nicht.',
    turn_failed: 'Etwas ist schiefgegangen, und der Assistent konnte nicht fertig werden.',
    loop_suspected:
      'Der Assistent hat hier in kurzer Zeit zu oft geschrieben und sich selbst angehalten.',
    agent_has_replied: 'Ein Agent hat geantwortet, deshalb schweigt der Assistent.',
    agent_took_over: 'Ein Agent hat das Ticket übernommen, deshalb schweigt der Assistent.',
    waiting_for_agent: 'Das Ticket wartet auf einen Agenten, deshalb schweigt der Assistent.',
    paused_by_tag: 'Das Ticket trägt das Stichwort assistant_paused.',
    reopened_left_to_agents:
      'Das Ticket wurde wieder geöffnet, und solche Tickets bleiben den Agenten überlassen.',
    own_comment_echo: 'Der neueste Kommentar stammt von ihm selbst.',
    nothing_new: 'Der Kunde hat nichts Neues geschrieben.',
    ticket_solved: 'Das Ticket ist gelöst.',
    ticket_closed: 'Das Ticket ist geschlossen.',
  },
  confidence: { high: 'Sicher', medium: 'Ziemlich sicher', low: 'Unsicher' },
  labels: {
    since: 'Seit',
    confidence: 'Sicherheit',
    sources: 'Quellen',
    answers: 'Antworten',
    language: 'Sprache',
  },
  article: 'Artikel {id}',
  pending: {
    handback: 'Zurückgegeben. Der Assistent übernimmt bei nächster Gelegenheit.',
    resume: 'Die Pause ist vorbei. Der Assistent macht bei nächster Gelegenheit weiter.',
  },
  controls: {
    pause: 'Assistenten anhalten',
    resume: 'Assistenten fortsetzen',
    take_over: 'Übernehmen',
    undo_take_over: 'Rückgängig',
    hand_back: 'An den Assistenten zurückgeben',
    keep: 'Rückgabe zurücknehmen',
  },
  controlsLabel: 'Dem Assistenten sagen',
  controlFailures: {
    forbidden: 'Nicht gespeichert: Sie dürfen dieses Ticket nicht ändern.',
    closed: 'Nicht gespeichert: Zendesk nimmt an diesem Ticket keine Änderungen mehr an.',
    unanswered: 'Nicht gespeichert: Zendesk hat nicht geantwortet. Versuchen Sie es noch einmal.',
    busy: 'Nicht gespeichert: Zendesk ist überlastet. Versuchen Sie es in einer Minute noch einmal.',
    offline: 'Nicht gespeichert: Sie sind offline.',
    not_assigned:
      'Der Assistent schweigt, aber Zendesk hat Ihnen das Ticket nicht zugewiesen. Weisen Sie es sich im Ticket zu.',
    taken:
      'Der Assistent schweigt, aber jemand anders hat das Ticket gerade übernommen oder geändert.',
    moved_on:
      'Nicht rückgängig gemacht: Mit dem Ticket ging es nach der Übernahme weiter, es bleibt bei einem Agenten.',
  },
  saving: 'Wird gespeichert…',
  draft: 'Antwort entwerfen',
  rating: {
    question: 'War die letzte Antwort richtig?',
    right: 'Richtig',
    wrong: 'Falsch',
    whatIsWrong: 'Was stimmt nicht?',
    reasons: {
      wrong_article: 'Falscher Artikel',
      outdated_article: 'Artikel veraltet',
      missed_the_question: 'Geht an der Frage vorbei',
      tone: 'Falscher Ton',
      other: 'Etwas anderes',
    },
    cancel: 'Abbrechen',
    saved: { right: 'Von Ihnen als richtig bewertet.', wrong: 'Von Ihnen als falsch bewertet.' },
    change: 'Ändern',
    nothingToRate: 'Es gibt keine Antwort mehr zu bewerten.',
  },
  verified: 'Geprüft: vom Assistenten geschrieben.',
  stale: 'Nicht aktualisiert. Das ist vielleicht nicht der neueste Stand.',
  offline: 'Sie sind offline. Das ist vielleicht nicht der neueste Stand.',
  tryAgain: 'Noch einmal versuchen',
  notices: {
    absent: {
      title: 'Der Assistent hat dieses Ticket noch nicht gesehen',
      text: 'Er beginnt mit dem nächsten öffentlichen Kommentar.',
    },
    unreadable: {
      title: 'Der Stand dieses Tickets ist beschädigt',
      text: 'Jemand oder etwas hat das Feld des Assistenten überschrieben. Der Assistent stellt es bei nächster Gelegenheit wieder her.',
    },
    changed: {
      title: 'Der Stand dieses Tickets wurde verändert',
      text: 'Er ist nicht mehr, was der Assistent geschrieben hat, und wird deshalb nicht gezeigt. Der Assistent stellt ihn bei nächster Gelegenheit wieder her.',
    },
    foreign: {
      title: 'Dieser Stand gehört zu einem anderen Ticket',
      text: 'Er wurde hierher kopiert, oder der Anfragende hat gewechselt. Der Assistent stellt ihn bei nächster Gelegenheit wieder her.',
    },
    rolled_back: {
      title: 'Ein älterer Stand wurde zurückgesetzt',
      text: 'Der Assistent hat ihn geschrieben, seitdem aber einen neueren. Den stellt er bei nächster Gelegenheit wieder her.',
    },
    too_new: {
      title: 'Diese App ist veraltet',
      text: 'Der Stand wurde von einer neueren Version geschrieben. Laden Sie die Seite neu; hilft das nicht, bitten Sie einen Administrator, die App zu aktualisieren.',
    },
  },
  fieldChange: {
    ask: 'Wer war das?',
    asking: 'Wird nachgesehen…',
    answers: {
      person: 'Geändert von {name}, {when}.',
      rule: 'Geändert von der Regel „{name}“, {when}.',
      nobody: 'Im Verlauf des Tickets steht keine Änderung des Feldes.',
    },
    failed: 'Der Verlauf des Tickets konnte nicht gelesen werden.',
  },
  failed: {
    title: 'Das Ticket konnte nicht gelesen werden',
    text: 'Zendesk hat nicht geantwortet. Den Assistenten betrifft das nicht.',
  },
  unreachable: {
    title: 'Zendesk antwortet nicht',
    text: 'Die App konnte sich nicht mit der Seite um sie herum verbinden.',
  },
  outside: {
    title: 'Öffnen Sie diese App in Zendesk',
    text: 'Sie gehört neben ein Ticket in Zendesk Support und hat für sich allein nichts zu zeigen.',
  },
  notConfigured: {
    title: 'Die App ist noch nicht eingerichtet',
    text: 'Ein Administrator kann diese Einstellungen unter „Apps und Integrationen“ ergänzen:',
  },
  settings: {
    backend_url: 'Adresse des Servers',
    tenant_slug: 'Name des Shops',
    state_field_id: 'ID des Ticketfelds',
    state_public_key: 'Öffentlicher Schlüssel',
  },
  sections: { why: 'Warum', set_up: 'Einrichtung' },
  sectionFailed: {
    title: 'Dieser Teil konnte nicht geladen werden',
    text: 'Vielleicht wurde die App aktualisiert, oder die Verbindung ist abgerissen.',
  },
  reload: 'App neu laden',
  fieldShows: {
    title: 'Das Feld des Assistenten ist zu sehen',
    text: 'Es enthält kein Geheimnis, und Änderungen fallen auf, aber es verwirrt. Nehmen Sie es im Admin Center unter Tickets und Felder für Kunden heraus.',
    portal: 'Kunden sehen es in ihren Anfragen.',
    portal_editable: 'Kunden können es in ihren Anfragen ändern.',
    not_hidden: 'Zendesk hat es bei diesem Ticket nicht ausgeblendet.',
  },
};
