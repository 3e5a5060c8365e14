import type { WhyTranslation } from './messages.ts';

export const whys: WhyTranslation = {
  whys: {
    not_signed_in:
      'O Zendesk não sabe quem chama: o assistente não pode ler nem responder tickets.',
    not_admin:
      'Só um administrador pode criar campos de ticket, webhooks e gatilhos; {name} entrou como {role}.',
    server_not_admin:
      'O usuário do assistente é {role}, não administrador: pode responder tickets, mas não ler a chave de assinatura do webhook nem as entregas dele.',
    user_is_end_user:
      'O usuário do assistente é um usuário final: só vê os próprios tickets e não pode responder outros.',
    user_restricted:
      'O usuário do assistente não pode ver todos os tickets (só {restriction}): o Zendesk esconde dele os outros, e ninguém os responde.',
    user_suspended:
      'O usuário do assistente está suspenso: o Zendesk recusa todas as chamadas dele.',
    user_unverified:
      'O usuário do assistente não confirmou o e-mail: tokens de API só valem para usuários confirmados.',
    api_token_ends:
      'O Zendesk desativa todos os tokens de API em 30/04/2027, daqui a {days} dias. Desde 27/10/2026 não se criam novos. Mude antes para um cliente OAuth.',
    api_token_ended:
      'O Zendesk desativou todos os tokens de API em 30/04/2027. O assistente precisa de um cliente OAuth.',
    api_token_access_off: 'Esta conta não aceita tokens de API.',
    scope_missing:
      'Falta ao token OAuth o escopo {scope}: {missed}. Os gatilhos continuam a disparar, o assistente não pode trabalhar.',
    scope_narrow: 'Falta ao token OAuth o escopo {scope}: {missed}.',
    scope_unknown:
      'O Zendesk não conhece o escopo {scope}: um token com escopo desconhecido é recusado em toda parte.',
    token_expires:
      'O token OAuth termina em {days} dias e não se renova; então o assistente se cala.',
    token_expired: 'O token OAuth expirou: o Zendesk recusa todas as chamadas.',
    part_unreadable: 'O Zendesk não nos deixou ler: {part}. Isso não foi verificado.',
    need_unreadable:
      'O Zendesk não nos deixou ler: {part}. O assistente não pode ser verificado nem configurado.',
    list_cut:
      'Esta conta tem mais do que a configuração lê ({part}), e o nosso não está entre os primeiros: criar outro poderia ser um a mais.',
    field_missing:
      'O campo do ticket guarda o que o assistente sabe de um ticket; sem ele, a barra lateral não tem o que mostrar.',
    field_id_stale:
      'O id de campo {stored} nas configurações não é o campo desta conta ({found}): a barra lateral procura no lugar errado.',
    field_wrong_type:
      'O estado é uma linha de texto; um campo do tipo {type} a recusa, e um tipo não pode ser mudado.',
    field_inactive: 'O Zendesk deixa campos desativados fora dos tickets.',
    field_validated: 'Um padrão no campo recusa o que o assistente escreve.',
    field_required: 'Os agentes não conseguem resolver um ticket em que o assistente não escreveu.',
    field_required_in_portal:
      'Os clientes não conseguem enviar um pedido sem preencher um campo que não é deles.',
    field_visible_in_portal: 'Os clientes veem os dados de trabalho do assistente no pedido deles.',
    field_editable_in_portal: 'Os clientes podem mudar o que o assistente sabe do ticket deles.',
    field_not_agent_editable:
      'Os agentes não podem editar o campo; se o Zendesk então aceita o que o assistente escreve depende da função dele.',
    field_duplicate: 'Há dois campos de estado; só {kept} é usado.',
    form_without_field:
      'Os tickets do formulário “{form}” não mostram o campo: a barra lateral não vê estado neles.',
    webhook_missing: 'Nada avisa o assistente de novos comentários.',
    webhook_id_stale: 'O webhook guardado {stored} não existe mais; o que entrega é {found}.',
    webhook_endpoint: 'O webhook entrega em outro endereço: o assistente não ouve nada.',
    webhook_method: 'O assistente é avisado por POST; os outros métodos não levam conteúdo.',
    webhook_format: 'O assistente só lê JSON.',
    webhook_inactive: 'O Zendesk não envia nada por um webhook inativo.',
    webhook_subscription:
      'Este webhook está inscrito em eventos: nenhum gatilho pode usá-lo, e o assistente não lê o que ele envia.',
    webhook_made_by_app:
      'Um aplicativo do Zendesk criou este webhook, e ninguém pode ler a chave de assinatura dele: as entregas não podem ser verificadas.',
    webhook_duplicate: 'Dois webhooks entregam ao assistente, com chaves de assinatura diferentes.',
    trigger_missing: '{missed}',
    trigger_inactive: 'Um gatilho inativo nunca dispara. {missed}',
    trigger_duplicate: 'O assistente é avisado duas vezes de tudo; basta um gatilho.',
    trigger_no_webhook: 'O gatilho não avisa nenhum webhook. {missed}',
    trigger_wrong_webhook: 'O gatilho avisa outro webhook que não o do assistente. {missed}',
    trigger_notifies_twice: 'O gatilho avisa o assistente duas vezes de cada evento.',
    trigger_misses_public_comment:
      'Sem a condição “O comentário é público”, o gatilho também dispara com notas internas ou atualizações sem comentário.',
    trigger_status_missing:
      'O gatilho não dispara quando um ticket fica {missed}: o assistente continua uma conversa que acabou.',
    trigger_status_incomplete:
      'O gatilho não dispara quando um ticket fica {missed}: o fim dessa conversa é notado tarde.',
    trigger_status_not_changed_to:
      'Sem “Alterado para”, o gatilho dispara em toda atualização de um ticket resolvido, também ao reabrir.',
    trigger_narrowed: 'O assistente não é avisado disto: {missed}.',
    trigger_too_wide:
      'O gatilho dispara também com tickets que não acabaram: custa chamadas e não diz nada.',
    trigger_order:
      'O gatilho “{other}” fecha tickets antes da vez deste, e o Zendesk não executa gatilhos em um ticket fechado.',
    body_unreadable: 'O que o gatilho envia não se lê como um dos conteúdos JSON combinados.',
    body_unquoted:
      'Um espaço reservado sem aspas torna o JSON inválido assim que o valor fica vazio ou é uma palavra.',
    body_no_ticket_id: 'O conteúdo não diz de qual ticket se trata.',
    body_wrong_kind:
      'O conteúdo diz que aconteceu outra coisa que não aquilo com que o gatilho dispara.',
    body_wrong_field:
      'O conteúdo leva o campo de ticket {carried}; o estado está no campo {field}.',
    body_hint_lost:
      'Sem o {hint} certo, o assistente não reconhece logo as próprias respostas e lê o ticket toda vez.',
    body_manual:
      'O conteúdo funciona. Um só com ids não se quebra com aspas em um comentário nem envia texto de clientes.',
    deliveries_failing:
      'As últimas {count} entregas falharam todas ({status}): o assistente não ouve nada.',
    deliveries_some_failed:
      '{count} das últimas {total} entregas falharam. O que elas anunciavam é recuperado alguns minutos depois.',
    no_help_center:
      'Não há central de ajuda que se possa ler, e o assistente responde com os artigos dela.',
    no_articles: 'Nenhum artigo está publicado para todos: o assistente não tem com que responder.',
    field_written_by_other:
      '“{other}” escreve no campo do estado: perde-se o que o assistente sabe do ticket.',
    other_assistant:
      '“{other}” parece outro assistente ({vendor}). Previsão: duas respostas por comentário.',
    other_installation:
      '“{other}” avisa outro Smart Assistant ({endpoint}) de novos comentários. Previsão: duas respostas por comentário.',
    other_writer_answers: '“{other}” responde por si aos clientes. Previsão: {prediction}.',
    other_tells_webhook:
      '“{other}” também avisa o assistente, não se sabe de quê. Previsão: chamadas sem efeito.',
    tags_replaced:
      '“{other}” substitui todas as tags de um ticket. Previsão: uma pausa feita com a tag assistant_paused é desfeita.',
  },
  missed: {
    first_messages: 'a primeira mensagem de um ticket',
    follow_ups: 'todas as mensagens de um ticket menos a primeira',
    customer_comments: 'o que os clientes escrevem',
    agent_comments: 'o que os agentes escrevem, e pode interrompê-los',
    api_comments: 'comentários que chegam pela API, também os de clientes no seu próprio portal',
    other_channels: 'tickets de outros canais',
    other_brands: 'tickets de outras marcas',
    other_forms: 'tickets de outros formulários',
    other_people: 'tickets de outras pessoas',
    tagged: 'tickets com ou sem certas tags',
    other_words: 'comentários com outras palavras',
    other_statuses: 'tickets em outros status',
    others: 'tickets que não cumprem a condição',
  },
  missedWithout: {
    comment_trigger: 'Nada avisa o assistente de novos comentários.',
    closed_trigger: 'Nada avisa o assistente de que um ticket acabou.',
  },
  statuses: { solved: 'resolvido', closed: 'fechado', 'solved or closed': 'resolvido ou fechado' },
  roles: { agent: 'agente', 'end-user': 'usuário final', admin: 'administrador' },
  predictions: {
    'two replies per question': 'duas respostas por pergunta',
    'two replies to a first message': 'duas respostas a uma primeira mensagem',
    'an e-mail of its own besides the reply': 'um e-mail próprio além da resposta',
  },
  places: {
    signIn: 'Entre de novo no Zendesk, como administrador',
    later: 'Tente mais tarde',
    helpCenter: 'Central de ajuda > Gerenciar artigos',
  },
  someAssistant: 'um assistente de IA',
};
