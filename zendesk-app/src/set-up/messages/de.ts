import { whys } from './de-whys.ts';
import type { SetUpMessages } from './messages.ts';

export const de: SetUpMessages = {
  checking: 'Wird geprüft: {part}',
  parts: {
    me: 'wer Sie sind',
    token: 'Zugriffstoken',
    settings: 'Kontoeinstellungen',
    ticketFields: 'Ticketfelder',
    ticketForms: 'Ticketformulare',
    webhooks: 'Webhooks',
    deliveries: 'Zustellungen des Webhooks',
    triggers: 'Auslöser',
    triggerCategories: 'Auslöserkategorien',
    automations: 'Automatisierungen',
    macros: 'Makros',
    installations: 'installierte Apps',
    helpCenter: 'Help Center',
  },
  fixing: 'Wird in Zendesk geschrieben …',
  proving: 'Eine Testzustellung geht an den Assistenten …',
  undoing: 'Wird zurückgenommen …',
  checkAgain: 'Erneut prüfen',
  standings: {
    not_admin: {
      title: 'Die Einrichtung ist Sache von Administratoren',
      text: 'Nur Administratoren dürfen Webhooks und Auslöser ansehen und ändern. Bitten Sie jemanden, der dieses Zendesk-Konto verwaltet, diese Seite zu öffnen.',
    },
    fine: {
      title: 'Alles ist eingerichtet',
      text: 'Dieses Konto hat, was der Assistent braucht, und nichts steht ihm im Weg.',
    },
    works: {
      title: 'Der Assistent arbeitet',
      text: 'Einiges könnte besser sein. Es steht unten.',
    },
    bare: {
      title: 'Der Assistent ist noch nicht eingerichtet',
      text: 'Was unten steht, wird in diesem Konto angelegt. Sonst ändert sich nichts, und Sie können es rückgängig machen.',
    },
    broken: {
      title: 'Der Assistent arbeitet nicht',
      text: 'Was unten steht, hindert ihn daran.',
    },
  },
  severities: { broken: 'Defekt', degraded: 'Eingeschränkt', advice: 'Hinweis' },
  kinds: {
    credentials: 'Angemeldet',
    ticket_field: 'Ticketfeld',
    ticket_form: 'Ticketformular',
    webhook: 'Webhook',
    comment_trigger: 'Auslöser',
    closed_trigger: 'Auslöser',
    deliveries: 'Zustellungen',
    help_center: 'Help Center',
    trigger: 'Auslöser',
    automation: 'Automatisierung',
    macro: 'Makro',
    app: 'App',
  },
  is: 'Ist',
  shouldBe: 'Soll',
  removed: 'Entfällt:',
  added: 'Kommt hinzu:',
  nothing: '(nichts)',
  willBeCreated: 'Was angelegt wird',
  onlyYou: 'Was Sie tun können:',
  fix: 'Beheben',
  fixNamed: 'Beheben: {object}',
  setUpNow: 'Jetzt einrichten',
  fixAll: { one: 'Beheben …', other: 'Alle {count} beheben …' },
  preview: {
    title: 'Das wird in Zendesk geschrieben',
    text: 'Nur diese Objekte werden angefasst. Jedes lässt sich danach zurücksetzen.',
  },
  writeNow: { one: 'Diese Änderung schreiben', other: 'Diese {count} Änderungen schreiben' },
  cancel: 'Abbrechen',
  others: {
    title: 'Wer sonst in diesem Konto arbeitet',
    text: 'Die Einrichtung ändert nie, was ihr nicht gehört. Entscheiden Sie selbst, ob das so gewollt ist.',
  },
  passedCount: { one: '{count} Sache ist in Ordnung', other: '{count} Sachen sind in Ordnung' },
  passed: {
    signed_in: 'Sie sind Administrator',
    credentials_last: 'Die Zugangsdaten bleiben gültig',
    scopes_suffice: 'Die Berechtigungen reichen aus',
    field_right: 'Ist, wie es sein soll',
    field_on_form: 'Zeigt das Feld',
    webhook_right: 'Ist, wie er sein soll',
    trigger_right: 'Ist, wie er sein soll',
    deliveries_arrive: 'Kommen beim Assistenten an',
    articles_found: 'Hat Artikel, aus denen geantwortet werden kann',
    no_other_writers: 'Niemand sonst antwortet Kunden',
  },
  fixed: {
    all: { title: 'Fertig', text: 'Alles wurde geschrieben.' },
    some: {
      title: 'Zum Teil fertig',
      text: 'Was hier steht, wurde nicht geschrieben. Der Rest schon.',
    },
    none: {
      title: 'Nichts wurde geschrieben',
      text: 'Was hier steht, wurde nicht geschrieben.',
    },
  },
  outcomes: {
    written: 'Geschrieben',
    already_fine: 'War schon richtig',
    refused: 'Zendesk hat es abgelehnt',
    blocked: 'Nicht versucht: Es fehlt, worauf es aufbaut',
    failed: 'Zendesk hat nicht geantwortet',
  },
  zendeskSaid: 'Zendesk sagt ({status}):',
  changes: {
    title: 'Geändert, seit Sie dies geöffnet haben',
    text: '„Rückgängig“ stellt her, was vorher da war, außer jemand hat es seither bearbeitet.',
  },
  undo: 'Rückgängig',
  undoNamed: 'Rückgängig: {object}',
  undoAll: 'Alles rückgängig',
  undone: 'Rückgängig gemacht',
  undoOutcomes: {
    undone: 'Zurückgenommen',
    changed_since: 'In Ruhe gelassen: Jemand hat es seither geändert',
    refused: 'Zendesk hat es abgelehnt',
    failed: 'Zendesk hat nicht geantwortet',
  },
  proven:
    'Hin- und Rückweg funktionieren: Zendesk hat eine signierte Testzustellung geschickt, und der Assistent hat geantwortet.',
  roundTrips: {
    secret_unknown: {
      title: 'Der Assistent kennt den Signaturschlüssel noch nicht',
      text: 'Er liest ihn mit seinem eigenen Zugang aus Zendesk. Warten Sie eine Minute und prüfen Sie erneut. Bleibt es dabei, muss sein Benutzer Administrator sein.',
    },
    wrong_answer: {
      title: 'Etwas anderes hat geantwortet',
      text: 'Unter der Adresse des Webhooks ist kein Assistent, der dieses Konto kennt. Prüfen Sie Serveradresse und Namen des Shops in den Einstellungen der App.',
    },
    not_reached: {
      title: 'Zendesk erreicht den Assistenten nicht',
      text: 'Unter der Adresse des Webhooks hat der Server nicht geantwortet. Prüfen Sie, ob er läuft und aus dem Internet erreichbar ist.',
    },
    refused: {
      title: 'Zendesk ließ uns nicht testen',
      text: 'Ob Zustellungen ankommen, ist nicht bewiesen. Schreiben Sie einen Kommentar auf ein Ticket, um es zu sehen.',
    },
  },
  settingsSaved:
    'Die Einstellungen der App sind eingetragen; andere offene Tickets nutzen sie, sobald sie neu geladen sind. Sollte die Seite in der Navigationsleiste keine Zahlen zeigen, tragen Sie das API-Geheimnis der App erneut ein.',
  settingsFailed: {
    refused: {
      title: 'Zendesk hat die Einstellungen der App nicht angenommen',
      text: 'Tragen Sie sie selbst ein:',
    },
    unknown_app: {
      title: 'Tragen Sie die Einstellungen der App ein',
      text: 'Die App kann es hier nicht selbst:',
    },
    failed: {
      title: 'Die Einstellungen der App sind nicht gespeichert',
      text: 'Zendesk hat nicht geantwortet. Tragen Sie sie selbst ein:',
    },
  },
  settingsPlace:
    'Admin Center > Apps and integrations > Apps > Zendesk Support apps > Smart Assistant > Change settings',
  noAddress: {
    title: 'Füllen Sie zuerst die Einstellungen der App aus',
    text: 'Die Einrichtung muss wissen, wo der Assistent läuft. Diese Einstellungen fehlen oder stimmen nicht:',
  },
  translation: whys,
};
