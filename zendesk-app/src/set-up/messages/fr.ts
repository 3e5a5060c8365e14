import { whys } from './fr-whys.ts';
import type { SetUpMessages } from './messages.ts';

export const fr: SetUpMessages = {
  checking: 'Vérification : {part}',
  parts: {
    me: 'qui vous êtes',
    token: 'jeton d’accès',
    settings: 'paramètres du compte',
    ticketFields: 'champs de ticket',
    ticketForms: 'formulaires de ticket',
    webhooks: 'webhooks',
    deliveries: 'livraisons du webhook',
    triggers: 'déclencheurs',
    triggerCategories: 'catégories de déclencheurs',
    automations: 'automatismes',
    macros: 'macros',
    installations: 'applications installées',
    helpCenter: 'centre d’aide',
  },
  fixing: 'Écriture dans Zendesk…',
  proving: 'Envoi d’une livraison d’essai à l’assistant…',
  undoing: 'Annulation…',
  checkAgain: 'Vérifier à nouveau',
  standings: {
    not_admin: {
      title: 'La configuration est réservée aux administrateurs',
      text: 'Seul un administrateur peut voir et modifier les webhooks et les déclencheurs. Demandez à un administrateur de ce compte Zendesk d’ouvrir cette page.',
    },
    fine: {
      title: 'Tout est configuré',
      text: 'Ce compte a ce dont l’assistant a besoin, et rien ne le gêne.',
    },
    works: {
      title: 'L’assistant fonctionne',
      text: 'Certaines choses pourraient être meilleures. Elles sont indiquées ci-dessous.',
    },
    bare: {
      title: 'L’assistant n’est pas encore configuré',
      text: 'Ce qui est indiqué ci-dessous sera créé dans ce compte. Rien d’autre ne change, et vous pouvez l’annuler.',
    },
    broken: {
      title: 'L’assistant ne fonctionne pas',
      text: 'Ce qui est indiqué ci-dessous l’en empêche.',
    },
  },
  severities: { broken: 'En panne', degraded: 'Limité', advice: 'Conseil' },
  kinds: {
    credentials: 'Connexion',
    ticket_field: 'Champ de ticket',
    ticket_form: 'Formulaire de ticket',
    webhook: 'Webhook',
    comment_trigger: 'Déclencheur',
    closed_trigger: 'Déclencheur',
    deliveries: 'Livraisons',
    help_center: 'Centre d’aide',
    trigger: 'Déclencheur',
    automation: 'Automatisme',
    macro: 'Macro',
    app: 'Application',
  },
  is: 'Actuel',
  shouldBe: 'Attendu',
  removed: 'Supprimé :',
  added: 'Ajouté :',
  nothing: '(rien)',
  willBeCreated: 'Ce qui sera créé',
  onlyYou: 'Ce que vous pouvez faire :',
  fix: 'Corriger',
  fixNamed: 'Corriger : {object}',
  setUpNow: 'Configurer maintenant',
  fixAll: { one: 'Corriger…', other: 'Corriger les {count}…' },
  preview: {
    title: 'Voici ce qui sera écrit dans Zendesk',
    text: 'Seuls ces objets sont touchés. Chacun peut être rétabli ensuite.',
  },
  writeNow: { one: 'Écrire cette modification', other: 'Écrire ces {count} modifications' },
  cancel: 'Annuler',
  others: {
    title: 'Qui d’autre agit dans ce compte',
    text: 'La configuration ne modifie jamais ce qui n’est pas à elle. À vous de décider si c’est voulu.',
  },
  passedCount: { one: '{count} chose est en ordre', other: '{count} choses sont en ordre' },
  passed: {
    signed_in: 'Vous êtes administrateur',
    credentials_last: 'Les identifiants restent valables',
    scopes_suffice: 'Les portées suffisent',
    field_right: 'Est comme il faut',
    field_on_form: 'Montre le champ',
    webhook_right: 'Est comme il faut',
    trigger_right: 'Est comme il faut',
    deliveries_arrive: 'Arrivent à l’assistant',
    articles_found: 'A des articles à partir desquels répondre',
    no_other_writers: 'Personne d’autre ne répond aux clients',
  },
  fixed: {
    all: { title: 'Terminé', text: 'Tout a été écrit.' },
    some: {
      title: 'Terminé en partie',
      text: 'Ce qui est indiqué ici n’a pas été écrit. Le reste l’a été.',
    },
    none: {
      title: 'Rien n’a été écrit',
      text: 'Ce qui est indiqué ici n’a pas été écrit.',
    },
  },
  outcomes: {
    written: 'Écrit',
    already_fine: 'Était déjà juste',
    refused: 'Zendesk l’a refusé',
    blocked: 'Pas essayé : il manque ce sur quoi cela repose',
    failed: 'Zendesk n’a pas répondu',
  },
  zendeskSaid: 'Zendesk dit ({status}) :',
  changes: {
    title: 'Modifié depuis que vous avez ouvert ceci',
    text: '« Rétablir » remet ce qu’il y avait avant, sauf si quelqu’un l’a modifié depuis.',
  },
  undo: 'Rétablir',
  undoNamed: 'Rétablir : {object}',
  undoAll: 'Tout rétablir',
  undone: 'Rétablissement',
  undoOutcomes: {
    undone: 'Rétabli',
    changed_since: 'Laissé tel quel : quelqu’un l’a modifié depuis',
    refused: 'Zendesk l’a refusé',
    failed: 'Zendesk n’a pas répondu',
  },
  proven:
    'L’aller-retour fonctionne : Zendesk a envoyé une livraison d’essai signée, et l’assistant a répondu.',
  roundTrips: {
    secret_unknown: {
      title: 'L’assistant ne connaît pas encore la clé de signature',
      text: 'Il la lit dans Zendesk avec son propre accès. Attendez une minute et vérifiez à nouveau. Si cela demeure, son utilisateur doit être administrateur.',
    },
    wrong_answer: {
      title: 'Autre chose a répondu',
      text: 'À l’adresse du webhook, il n’y a pas d’assistant qui connaisse ce compte. Vérifiez l’adresse du serveur et le nom de la boutique dans les paramètres de l’application.',
    },
    not_reached: {
      title: 'Zendesk n’atteint pas l’assistant',
      text: 'Le serveur n’a pas répondu à l’adresse du webhook. Vérifiez qu’il tourne et qu’il est joignable depuis Internet.',
    },
    refused: {
      title: 'Zendesk ne nous a pas laissés essayer',
      text: 'Il n’est pas prouvé que les livraisons arrivent. Écrivez un commentaire sur un ticket pour le voir.',
    },
  },
  settingsSaved:
    'Les paramètres de l’application sont remplis ; les autres tickets ouverts les utiliseront une fois rechargés. Si la page de la barre de navigation n’affiche aucun chiffre, saisissez à nouveau le secret de l’API.',
  settingsFailed: {
    refused: {
      title: 'Zendesk n’a pas accepté les paramètres de l’application',
      text: 'Remplissez-les vous-même :',
    },
    unknown_app: {
      title: 'Remplissez les paramètres de l’application',
      text: 'L’application ne peut pas le faire ici :',
    },
    failed: {
      title: 'Les paramètres de l’application ne sont pas enregistrés',
      text: 'Zendesk n’a pas répondu. Remplissez-les vous-même :',
    },
  },
  settingsPlace:
    'Admin Center > Apps and integrations > Apps > Zendesk Support apps > Smart Assistant > Change settings',
  noAddress: {
    title: 'Remplissez d’abord les paramètres de l’application',
    text: 'La configuration doit savoir où tourne l’assistant. Ces paramètres manquent ou ne sont pas justes :',
  },
  translation: whys,
};
