import type { WhyTranslation } from './messages.ts';

export const whys: WhyTranslation = {
  whys: {
    not_signed_in:
      'Zendesk weiß nicht, wer anfragt: Der Assistent kann Tickets weder lesen noch beantworten.',
    not_admin:
      'Nur Administratoren dürfen Ticketfelder, Webhooks und Auslöser anlegen; {name} ist als {role} angemeldet.',
    server_not_admin:
      'Der Benutzer des Assistenten ist {role}, nicht Administrator: Er kann Tickets beantworten, aber weder den Signaturschlüssel des Webhooks noch dessen Zustellungen lesen.',
    user_is_end_user:
      'Der Benutzer des Assistenten ist Endbenutzer: Er sieht nur seine eigenen Tickets und kann keine anderen beantworten.',
    user_restricted:
      'Der Benutzer des Assistenten darf nicht alle Tickets sehen (nur {restriction}): Zendesk verbirgt die übrigen vor ihm, und niemand beantwortet sie.',
    user_suspended: 'Der Benutzer des Assistenten ist gesperrt: Zendesk lehnt alle Anfragen ab.',
    user_unverified:
      'Der Benutzer des Assistenten hat seine E-Mail-Adresse nicht bestätigt: API-Token gelten nur für bestätigte Benutzer.',
    api_token_ends:
      'Zendesk schaltet am 30.04.2027, in {days} Tagen, alle API-Token ab. Seit dem 27.10.2026 gibt es keine neuen. Wechseln Sie vorher zu einem OAuth-Client.',
    api_token_ended:
      'Zendesk hat am 30.04.2027 alle API-Token abgeschaltet. Der Assistent braucht einen OAuth-Client.',
    api_token_access_off: 'Dieses Konto lässt keine API-Token zu.',
    scope_missing:
      'Dem OAuth-Token fehlt die Berechtigung {scope}: {missed}. Die Auslöser feuern weiter, der Assistent kann nicht arbeiten.',
    scope_narrow: 'Dem OAuth-Token fehlt die Berechtigung {scope}: {missed}.',
    scope_unknown:
      'Zendesk kennt die Berechtigung {scope} nicht: Ein Token mit einer unbekannten wird überall abgelehnt.',
    token_expires:
      'Das OAuth-Token endet in {days} Tagen und erneuert sich nicht; dann verstummt der Assistent.',
    token_expired: 'Das OAuth-Token ist abgelaufen: Zendesk lehnt alle Anfragen ab.',
    part_unreadable: 'Zendesk ließ uns nicht lesen: {part}. Das wurde nicht geprüft.',
    need_unreadable:
      'Zendesk ließ uns nicht lesen: {part}. So lässt sich der Assistent weder prüfen noch einrichten.',
    list_cut:
      'Dieses Konto hat mehr, als die Einrichtung liest ({part}), und unseres ist nicht unter den ersten: Ein neues könnte eines zu viel sein.',
    field_missing:
      'Das Ticketfeld trägt, was der Assistent über ein Ticket weiß; ohne es hat die Seitenleiste nichts zu zeigen.',
    field_id_stale:
      'Die Feld-ID {stored} in den Einstellungen ist nicht das Feld dieses Kontos ({found}): Die Seitenleiste sieht an der falschen Stelle nach.',
    field_wrong_type:
      'Der Stand ist eine Zeile Text; ein Feld vom Typ {type} nimmt sie nicht an, und der Typ lässt sich nicht ändern.',
    field_inactive: 'Zendesk lässt deaktivierte Felder auf Tickets weg.',
    field_validated: 'Ein Muster am Feld lehnt ab, was der Assistent schreibt.',
    field_required:
      'Agenten können kein Ticket lösen, in das der Assistent nichts geschrieben hat.',
    field_required_in_portal:
      'Kunden können keine Anfrage senden, ohne ein Feld auszufüllen, das nicht ihres ist.',
    field_visible_in_portal: 'Kunden sehen an ihrer Anfrage die Arbeitsdaten des Assistenten.',
    field_editable_in_portal: 'Kunden können ändern, was der Assistent über ihr Ticket weiß.',
    field_not_agent_editable:
      'Agenten dürfen das Feld nicht bearbeiten; ob Zendesk dann annimmt, was der Assistent schreibt, hängt von seiner Rolle ab.',
    field_duplicate: 'Es gibt zwei solche Felder; nur {kept} wird benutzt.',
    form_without_field:
      'Tickets mit dem Formular „{form}“ zeigen das Feld nicht, die Seitenleiste sieht auf ihnen keinen Stand.',
    webhook_missing: 'Nichts sagt dem Assistenten von neuen Kommentaren.',
    webhook_id_stale:
      'Den gespeicherten Webhook {stored} gibt es nicht mehr; der, der zustellt, ist {found}.',
    webhook_endpoint: 'Der Webhook stellt an eine andere Adresse zu: Der Assistent hört nichts.',
    webhook_method:
      'Der Assistent wird per POST unterrichtet; andere Methoden tragen keinen Inhalt.',
    webhook_format: 'Der Assistent liest nur JSON.',
    webhook_inactive: 'Über einen inaktiven Webhook sendet Zendesk nichts.',
    webhook_subscription:
      'Dieser Webhook ist auf Ereignisse abonniert: Kein Auslöser kann ihn nutzen, und was er sendet, liest der Assistent nicht.',
    webhook_made_by_app:
      'Eine Zendesk-App hat diesen Webhook angelegt, und dessen Signaturschlüssel kann niemand lesen: Seine Zustellungen lassen sich nicht prüfen.',
    webhook_duplicate:
      'Zwei Webhooks stellen an den Assistenten zu, mit verschiedenen Signaturschlüsseln.',
    trigger_missing: '{missed}',
    trigger_inactive: 'Ein inaktiver Auslöser feuert nie. {missed}',
    trigger_duplicate: 'Der Assistent wird von allem zweimal unterrichtet; ein Auslöser genügt.',
    trigger_no_webhook: 'Der Auslöser benachrichtigt keinen Webhook. {missed}',
    trigger_wrong_webhook:
      'Der Auslöser benachrichtigt einen anderen Webhook als den des Assistenten. {missed}',
    trigger_notifies_twice: 'Der Auslöser unterrichtet den Assistenten von jedem Ereignis zweimal.',
    trigger_misses_public_comment:
      'Ohne die Bedingung „Kommentar ist öffentlich“ feuert der Auslöser auch bei internen Notizen oder Änderungen ohne Kommentar.',
    trigger_status_missing:
      'Der Auslöser feuert nicht, wenn ein Ticket {missed} wird: Der Assistent führt ein Gespräch weiter, das zu Ende ist.',
    trigger_status_incomplete:
      'Der Auslöser feuert nicht, wenn ein Ticket {missed} wird: Das Ende eines solchen Gesprächs wird spät bemerkt.',
    trigger_status_not_changed_to:
      'Ohne „Geändert zu“ feuert der Auslöser bei jeder Änderung eines gelösten Tickets, auch wenn es wieder geöffnet wird.',
    trigger_narrowed: 'Davon erfährt der Assistent nichts: {missed}.',
    trigger_too_wide:
      'Der Auslöser feuert auch bei Tickets, die nicht zu Ende sind; das kostet Aufrufe und sagt nichts.',
    trigger_order:
      'Der Auslöser „{other}“ schließt Tickets, bevor dieser an der Reihe ist, und auf geschlossenen Tickets führt Zendesk keine Auslöser aus.',
    body_unreadable:
      'Was der Auslöser sendet, lässt sich nicht als einer der vereinbarten JSON-Inhalte lesen.',
    body_unquoted:
      'Ein Platzhalter ohne Anführungszeichen macht das JSON ungültig, sobald sein Wert leer oder ein Wort ist.',
    body_no_ticket_id: 'Der Inhalt sagt nicht, um welches Ticket es geht.',
    body_wrong_kind:
      'Der Inhalt sagt, es sei etwas anderes geschehen als das, worauf der Auslöser feuert.',
    body_wrong_field: 'Der Inhalt trägt das Ticketfeld {carried}; der Stand ist im Feld {field}.',
    body_hint_lost:
      'Ohne das richtige {hint} erkennt der Assistent seine eigenen Antworten nicht gleich und liest jedes Mal das Ticket.',
    body_manual:
      'Der Inhalt funktioniert. Einer nur mit IDs zerbricht nicht an Anführungszeichen in einem Kommentar und sendet keinen Kundentext.',
    deliveries_failing:
      'Die letzten {count} Zustellungen sind alle gescheitert ({status}): Der Assistent hört nichts.',
    deliveries_some_failed:
      '{count} der letzten {total} Zustellungen sind gescheitert. Wovon sie handelten, wird einige Minuten später nachgeholt.',
    no_help_center:
      'Es gibt kein Help Center, das sich lesen lässt, und der Assistent antwortet aus dessen Artikeln.',
    no_articles:
      'Kein Artikel ist für alle veröffentlicht: Der Assistent hat nichts, woraus er antworten kann.',
    field_written_by_other:
      '„{other}“ schreibt in das Feld mit dem Stand: Was der Assistent über das Ticket weiß, geht verloren.',
    other_assistant:
      '„{other}“ sieht nach einem anderen Assistenten aus ({vendor}). Vorhersage: zwei Antworten je Kommentar.',
    other_installation:
      '„{other}“ unterrichtet einen anderen Smart Assistant ({endpoint}) von neuen Kommentaren. Vorhersage: zwei Antworten je Kommentar.',
    other_writer_answers: '„{other}“ antwortet Kunden von selbst. Vorhersage: {prediction}.',
    other_tells_webhook:
      '„{other}“ unterrichtet auch den Assistenten, wovon, ist unklar. Vorhersage: Aufrufe ohne Wirkung.',
    tags_replaced:
      '„{other}“ ersetzt alle Stichwörter eines Tickets. Vorhersage: Eine Pause durch das Stichwort assistant_paused wird aufgehoben.',
  },
  missed: {
    first_messages: 'erste Nachricht eines Tickets',
    follow_ups: 'jede Nachricht eines Tickets außer der ersten',
    customer_comments: 'was Kunden schreiben',
    agent_comments: 'was Agenten schreiben; er könnte ihnen ins Wort fallen',
    api_comments: 'Kommentare über die API, auch die von Kunden in Ihrem eigenen Portal',
    other_channels: 'Tickets aus anderen Kanälen',
    other_brands: 'Tickets anderer Marken',
    other_forms: 'Tickets mit anderen Formularen',
    other_people: 'Tickets anderer Leute',
    tagged: 'Tickets mit oder ohne bestimmte Stichwörter',
    other_words: 'Kommentare mit anderen Wörtern',
    other_statuses: 'Tickets mit anderem Status',
    others: 'Tickets, die die Bedingung nicht erfüllen',
  },
  missedWithout: {
    comment_trigger: 'Nichts sagt dem Assistenten von neuen Kommentaren.',
    closed_trigger: 'Nichts sagt dem Assistenten, dass ein Ticket zu Ende ist.',
  },
  statuses: {
    solved: 'gelöst',
    closed: 'geschlossen',
    'solved or closed': 'gelöst oder geschlossen',
  },
  roles: { agent: 'Agent', 'end-user': 'Endbenutzer', admin: 'Administrator' },
  predictions: {
    'two replies per question': 'zwei Antworten je Frage',
    'two replies to a first message': 'zwei Antworten auf eine erste Nachricht',
    'an e-mail of its own besides the reply': 'eine eigene E-Mail neben der Antwort',
  },
  places: {
    signIn: 'Melden Sie sich als Administrator neu bei Zendesk an',
    later: 'Versuchen Sie es später erneut',
    helpCenter: 'Help Center > Artikel verwalten',
  },
  someAssistant: 'ein KI-Assistent',
};
