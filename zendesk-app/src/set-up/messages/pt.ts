import { whys } from './pt-whys.ts';
import type { SetUpMessages } from './messages.ts';

export const pt: SetUpMessages = {
  checking: 'Verificando: {part}',
  parts: {
    me: 'quem é você',
    token: 'token de acesso',
    settings: 'configurações da conta',
    ticketFields: 'campos de ticket',
    ticketForms: 'formulários de ticket',
    webhooks: 'webhooks',
    deliveries: 'entregas do webhook',
    triggers: 'gatilhos',
    triggerCategories: 'categorias de gatilhos',
    automations: 'automações',
    macros: 'macros',
    installations: 'aplicativos instalados',
    helpCenter: 'central de ajuda',
  },
  fixing: 'Gravando no Zendesk…',
  proving: 'Enviando uma entrega de teste ao assistente…',
  undoing: 'Desfazendo…',
  checkAgain: 'Verificar de novo',
  standings: {
    not_admin: {
      title: 'A configuração é para administradores',
      text: 'Só um administrador pode ver e mudar webhooks e gatilhos. Peça a um administrador desta conta do Zendesk que abra esta página.',
    },
    fine: {
      title: 'Está tudo configurado',
      text: 'Esta conta tem o que o assistente precisa, e nada o atrapalha.',
    },
    works: {
      title: 'O assistente funciona',
      text: 'Algumas coisas poderiam ser melhores. Estão abaixo.',
    },
    bare: {
      title: 'O assistente ainda não está configurado',
      text: 'O que está abaixo será criado nesta conta. Nada mais muda, e você pode desfazer.',
    },
    broken: {
      title: 'O assistente não funciona',
      text: 'O que está abaixo o impede.',
    },
  },
  severities: { broken: 'Quebrado', degraded: 'Limitado', advice: 'Conselho' },
  kinds: {
    credentials: 'Sessão',
    ticket_field: 'Campo de ticket',
    ticket_form: 'Formulário de ticket',
    webhook: 'Webhook',
    comment_trigger: 'Gatilho',
    closed_trigger: 'Gatilho',
    deliveries: 'Entregas',
    help_center: 'Central de ajuda',
    trigger: 'Gatilho',
    automation: 'Automação',
    macro: 'Macro',
    app: 'Aplicativo',
  },
  is: 'Está',
  shouldBe: 'Deve ser',
  removed: 'Sai:',
  added: 'Entra:',
  nothing: '(nada)',
  willBeCreated: 'O que será criado',
  onlyYou: 'O que você pode fazer:',
  fix: 'Corrigir',
  fixNamed: 'Corrigir: {object}',
  setUpNow: 'Configurar agora',
  fixAll: { one: 'Corrigir…', other: 'Corrigir os {count}…' },
  preview: {
    title: 'Isto será gravado no Zendesk',
    text: 'Só estes objetos são tocados. Depois você pode desfazer cada um.',
  },
  writeNow: { one: 'Gravar esta mudança', other: 'Gravar estas {count} mudanças' },
  cancel: 'Cancelar',
  others: {
    title: 'Quem mais atua nesta conta',
    text: 'A configuração nunca muda o que não é dela. Decida você se é isso que quer.',
  },
  passedCount: { one: '{count} coisa está em ordem', other: '{count} coisas estão em ordem' },
  passed: {
    signed_in: 'Você é administrador',
    credentials_last: 'As credenciais continuam válidas',
    scopes_suffice: 'Os escopos bastam',
    field_right: 'Está como deve',
    field_on_form: 'Mostra o campo',
    webhook_right: 'Está como deve',
    trigger_right: 'Está como deve',
    deliveries_arrive: 'Chegam ao assistente',
    articles_found: 'Tem artigos com que responder',
    no_other_writers: 'Ninguém mais responde aos clientes',
  },
  fixed: {
    all: { title: 'Pronto', text: 'Tudo foi gravado.' },
    some: {
      title: 'Pronto em parte',
      text: 'O que está aqui não foi gravado. O resto foi.',
    },
    none: { title: 'Nada foi gravado', text: 'O que está aqui não foi gravado.' },
  },
  outcomes: {
    written: 'Gravado',
    already_fine: 'Já estava certo',
    refused: 'O Zendesk recusou',
    blocked: 'Não tentado: falta aquilo em que se apoia',
    failed: 'O Zendesk não respondeu',
  },
  zendeskSaid: 'O Zendesk disse ({status}):',
  changes: {
    title: 'Mudado desde que você abriu isto',
    text: '“Desfazer” repõe o que havia antes, a não ser que alguém o tenha editado desde então.',
  },
  undo: 'Desfazer',
  undoNamed: 'Desfazer: {object}',
  undoAll: 'Desfazer tudo',
  undone: 'Desfazer',
  undoOutcomes: {
    undone: 'Desfeito',
    changed_since: 'Deixado como está: alguém mudou desde então',
    refused: 'O Zendesk recusou',
    failed: 'O Zendesk não respondeu',
  },
  proven:
    'A ida e volta funciona: o Zendesk enviou uma entrega de teste assinada e o assistente respondeu.',
  roundTrips: {
    secret_unknown: {
      title: 'O assistente ainda não conhece a chave de assinatura',
      text: 'Ele a lê do Zendesk com o próprio acesso. Espere um minuto e verifique de novo. Se continuar, o usuário dele precisa ser administrador.',
    },
    wrong_answer: {
      title: 'Outra coisa respondeu',
      text: 'No endereço do webhook não há um assistente que conheça esta conta. Verifique o endereço do servidor e o nome da loja nas configurações do aplicativo.',
    },
    not_reached: {
      title: 'O Zendesk não alcança o assistente',
      text: 'O servidor não respondeu no endereço do webhook. Verifique se ele está rodando e se é alcançável pela internet.',
    },
    refused: {
      title: 'O Zendesk não nos deixou testar',
      text: 'Não está provado que as entregas chegam. Escreva um comentário em um ticket para ver.',
    },
  },
  settingsSaved:
    'As configurações do aplicativo estão preenchidas; os outros tickets abertos as usarão depois de recarregados. Se a página da barra de navegação não mostrar números, preencha de novo o segredo da API.',
  settingsFailed: {
    refused: {
      title: 'O Zendesk não aceitou as configurações do aplicativo',
      text: 'Preencha-as você:',
    },
    unknown_app: {
      title: 'Preencha as configurações do aplicativo',
      text: 'O aplicativo não pode fazer isso aqui:',
    },
    failed: {
      title: 'As configurações do aplicativo não foram gravadas',
      text: 'O Zendesk não respondeu. Preencha-as você:',
    },
  },
  settingsPlace:
    'Admin Center > Apps and integrations > Apps > Zendesk Support apps > Smart Assistant > Change settings',
  noAddress: {
    title: 'Preencha primeiro as configurações do aplicativo',
    text: 'A configuração precisa saber onde está o assistente. Estas configurações faltam ou não estão certas:',
  },
  translation: whys,
};
