import type { WhyTranslation } from './messages.ts';

export const whys: WhyTranslation = {
  whys: {
    not_signed_in:
      'Zendesk ne sait pas qui appelle : l’assistant ne peut ni lire les tickets ni y répondre.',
    not_admin:
      'Seul un administrateur peut créer des champs de ticket, des webhooks et des déclencheurs ; {name} est connecté comme {role}.',
    server_not_admin:
      'L’utilisateur de l’assistant est {role}, pas administrateur : il peut répondre aux tickets, mais ni lire la clé de signature du webhook ni ses livraisons.',
    user_is_end_user:
      'L’utilisateur de l’assistant est un utilisateur final : il ne voit que ses propres tickets et ne peut pas répondre aux autres.',
    user_restricted:
      'L’utilisateur de l’assistant ne peut pas voir tous les tickets ({restriction} seulement) : Zendesk lui cache les autres, et personne n’y répond.',
    user_suspended: 'L’utilisateur de l’assistant est suspendu : Zendesk refuse tous ses appels.',
    user_unverified:
      'L’utilisateur de l’assistant n’a pas confirmé son adresse e-mail : les jetons d’API ne valent que pour les utilisateurs confirmés.',
    api_token_ends:
      'Zendesk désactive tous les jetons d’API le 30/04/2027, dans {days} jours. Depuis le 27/10/2026, on ne peut plus en créer. Passez avant à un client OAuth.',
    api_token_ended:
      'Zendesk a désactivé tous les jetons d’API le 30/04/2027. L’assistant a besoin d’un client OAuth.',
    api_token_access_off: 'Ce compte n’accepte pas les jetons d’API.',
    scope_missing:
      'Il manque au jeton OAuth la portée {scope} : {missed}. Les déclencheurs continuent, l’assistant ne peut pas travailler.',
    scope_narrow: 'Il manque au jeton OAuth la portée {scope} : {missed}.',
    scope_unknown:
      'Zendesk ne connaît pas la portée {scope} : un jeton avec une portée inconnue est refusé partout.',
    token_expires:
      'Le jeton OAuth se termine dans {days} jours et ne se renouvelle pas ; l’assistant se taira alors.',
    token_expired: 'Le jeton OAuth a expiré : Zendesk refuse tous ses appels.',
    part_unreadable: 'Zendesk ne nous a pas laissés lire : {part}. Cela n’a pas été vérifié.',
    need_unreadable:
      'Zendesk ne nous a pas laissés lire : {part}. L’assistant ne peut être ni vérifié ni configuré.',
    list_cut:
      'Ce compte en a plus que la configuration n’en lit ({part}), et le nôtre n’est pas parmi les premiers : en créer un autre pourrait être de trop.',
    field_missing:
      'Le champ de ticket porte ce que l’assistant sait d’un ticket ; sans lui, la barre latérale n’a rien à montrer.',
    field_id_stale:
      'L’identifiant {stored} des paramètres n’est pas le champ de ce compte ({found}) : la barre latérale cherche au mauvais endroit.',
    field_wrong_type:
      'L’état est une ligne de texte ; un champ de type {type} la refuse, et un type ne se change pas.',
    field_inactive: 'Zendesk laisse les champs désactivés hors des tickets.',
    field_validated: 'Un motif sur le champ refuse ce que l’assistant écrit.',
    field_required:
      'Les agents ne peuvent pas résoudre un ticket dans lequel l’assistant n’a rien écrit.',
    field_required_in_portal:
      'Les clients ne peuvent pas envoyer de demande sans remplir un champ qui n’est pas le leur.',
    field_visible_in_portal:
      'Les clients voient les données de travail de l’assistant sur leur demande.',
    field_editable_in_portal:
      'Les clients peuvent modifier ce que l’assistant sait de leur ticket.',
    field_not_agent_editable:
      'Les agents ne peuvent pas modifier le champ ; que Zendesk accepte alors ce que l’assistant écrit dépend de son rôle.',
    field_duplicate: 'Il y a deux champs d’état ; seul {kept} est utilisé.',
    form_without_field:
      'Les tickets du formulaire « {form} » ne montrent pas le champ : la barre latérale n’y voit aucun état.',
    webhook_missing: 'Rien n’informe l’assistant des nouveaux commentaires.',
    webhook_id_stale: 'Le webhook enregistré {stored} n’existe plus ; celui qui livre est {found}.',
    webhook_endpoint: 'Le webhook livre à une autre adresse : l’assistant n’entend rien.',
    webhook_method:
      'L’assistant est informé par POST ; les autres méthodes ne portent pas de contenu.',
    webhook_format: 'L’assistant ne lit que le JSON.',
    webhook_inactive: 'Zendesk n’envoie rien par un webhook inactif.',
    webhook_subscription:
      'Ce webhook est abonné à des événements : aucun déclencheur ne peut l’utiliser, et l’assistant ne lit pas ce qu’il envoie.',
    webhook_made_by_app:
      'Une application Zendesk a créé ce webhook, dont personne ne peut lire la clé de signature : ses livraisons ne peuvent pas être vérifiées.',
    webhook_duplicate:
      'Deux webhooks livrent à l’assistant, avec des clés de signature différentes.',
    trigger_missing: '{missed}',
    trigger_inactive: 'Un déclencheur inactif ne se déclenche jamais. {missed}',
    trigger_duplicate: 'L’assistant est informé deux fois de tout ; un seul déclencheur suffit.',
    trigger_no_webhook: 'Le déclencheur n’informe aucun webhook. {missed}',
    trigger_wrong_webhook:
      'Le déclencheur informe un autre webhook que celui de l’assistant. {missed}',
    trigger_notifies_twice: 'Le déclencheur informe l’assistant deux fois de chaque événement.',
    trigger_misses_public_comment:
      'Sans la condition « Commentaire est public », le déclencheur réagit aussi aux notes internes ou aux mises à jour sans commentaire.',
    trigger_status_missing:
      'Le déclencheur ne réagit pas quand un ticket devient {missed} : l’assistant poursuit une conversation terminée.',
    trigger_status_incomplete:
      'Le déclencheur ne réagit pas quand un ticket devient {missed} : la fin d’une telle conversation est remarquée tard.',
    trigger_status_not_changed_to:
      'Sans « Remplacé par », le déclencheur réagit à chaque mise à jour d’un ticket résolu, réouverture comprise.',
    trigger_narrowed: 'L’assistant n’est pas informé de ceci : {missed}.',
    trigger_too_wide:
      'Le déclencheur réagit aussi à des tickets non terminés, ce qui coûte des appels et n’apprend rien.',
    trigger_order:
      'Le déclencheur « {other} » ferme des tickets avant le tour de celui-ci, et Zendesk n’exécute aucun déclencheur sur un ticket fermé.',
    body_unreadable:
      'Ce que le déclencheur envoie ne se lit pas comme un des contenus JSON convenus.',
    body_unquoted:
      'Un espace réservé sans guillemets rend le JSON invalide dès que sa valeur est vide ou un mot.',
    body_no_ticket_id: 'Le contenu ne dit pas de quel ticket il s’agit.',
    body_wrong_kind:
      'Le contenu dit qu’il s’est passé autre chose que ce à quoi le déclencheur réagit.',
    body_wrong_field:
      'Le contenu porte le champ de ticket {carried} ; l’état est dans le champ {field}.',
    body_hint_lost:
      'Sans le bon {hint}, l’assistant ne reconnaît pas tout de suite ses propres réponses et lit le ticket à chaque fois.',
    body_manual:
      'Le contenu fonctionne. Un contenu fait seulement d’identifiants ne casse pas sur les guillemets d’un commentaire et n’envoie aucun texte de client.',
    deliveries_failing:
      'Les {count} dernières livraisons ont toutes échoué ({status}) : l’assistant n’entend rien.',
    deliveries_some_failed:
      '{count} des {total} dernières livraisons ont échoué. Ce qu’elles annonçaient est rattrapé quelques minutes plus tard.',
    no_help_center:
      'Il n’y a pas de centre d’aide lisible, et l’assistant répond à partir de ses articles.',
    no_articles:
      'Aucun article n’est publié pour tout le monde : l’assistant n’a rien à partir de quoi répondre.',
    field_written_by_other:
      '« {other} » écrit dans le champ de l’état : ce que l’assistant sait du ticket est perdu.',
    other_assistant:
      '« {other} » ressemble à un autre assistant ({vendor}). Prévision : deux réponses par commentaire.',
    other_installation:
      '« {other} » informe un autre Smart Assistant ({endpoint}) des nouveaux commentaires. Prévision : deux réponses par commentaire.',
    other_writer_answers: '« {other} » répond de lui-même aux clients. Prévision : {prediction}.',
    other_tells_webhook:
      '« {other} » informe aussi l’assistant, on ne sait de quoi. Prévision : des appels sans effet.',
    tags_replaced:
      '« {other} » remplace tous les marqueurs d’un ticket. Prévision : une pause posée par le marqueur assistant_paused est levée.',
  },
  missed: {
    first_messages: 'le premier message d’un ticket',
    follow_ups: 'tous les messages d’un ticket sauf le premier',
    customer_comments: 'ce que les clients écrivent',
    agent_comments: 'ce que les agents écrivent, il peut donc leur couper la parole',
    api_comments: 'les commentaires venus par l’API, dont ceux des clients de votre propre portail',
    other_channels: 'les tickets d’autres canaux',
    other_brands: 'les tickets d’autres marques',
    other_forms: 'les tickets d’autres formulaires',
    other_people: 'les tickets d’autres personnes',
    tagged: 'les tickets avec ou sans certains marqueurs',
    other_words: 'les commentaires avec d’autres mots',
    other_statuses: 'les tickets d’un autre statut',
    others: 'les tickets qui ne remplissent pas la condition',
  },
  missedWithout: {
    comment_trigger: 'Rien n’informe l’assistant des nouveaux commentaires.',
    closed_trigger: 'Rien n’informe l’assistant qu’un ticket est terminé.',
  },
  statuses: { solved: 'résolu', closed: 'fermé', 'solved or closed': 'résolu ou fermé' },
  roles: { agent: 'agent', 'end-user': 'utilisateur final', admin: 'administrateur' },
  predictions: {
    'two replies per question': 'deux réponses par question',
    'two replies to a first message': 'deux réponses à un premier message',
    'an e-mail of its own besides the reply': 'un e-mail à part en plus de la réponse',
  },
  places: {
    signIn: 'Reconnectez-vous à Zendesk, comme administrateur',
    later: 'Réessayez plus tard',
    helpCenter: 'Centre d’aide > Gérer les articles',
  },
  someAssistant: 'un assistant IA',
};
