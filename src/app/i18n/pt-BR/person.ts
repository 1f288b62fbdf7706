import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: 'Pessoas',
  list: 'Conhecidos e bloqueados',
  known: 'Seus conhecidos',
  blocked: 'Bloqueados',
  nobody: 'Ainda ninguém',
  nobodyHelp: 'Aqui aparecem as pessoas que você confirma e as que você bloqueia.',
  knownSince: 'Confirmado: {date}',
  blockedSince: 'Bloqueado: {date}',
  callsItself: 'O dispositivo usa o nome {name}.',
  stranger: 'Você não confirmou quem é esta pessoa',
  strangerHelp: 'Qualquer um pode usar qualquer nome. Quando estiverem lado a lado, confirme quem é.',
  isNotHelp:
    'É outro dispositivo. {name}, que você confirmou, usava o nome {called}. Não aceite deste dispositivo o que você só aceitaria daquela pessoa.',
  unknown: 'Esta pessoa não está aqui, e você não a conhece.',

  between: 'Conversa',
  nothingYet: 'Vocês ainda não trocaram nada.',
  earlier: { one: 'Mostrar # anterior', other: 'Mostrar # anteriores' },
  saveAllNamed: 'Salvar tudo: {name}',
  fromYou: 'Você enviou',
  fromThem: 'Você recebeu',

  forgetSent: 'Apagar a lista do que você enviou',
  forgetSentHelp:
    'Este dispositivo lembra por um mês o que você enviou a esta pessoa: nomes, tamanhos e horários. O que ela enviou a você está em “Recebidos”.',
  forgetSentAsk: 'Apagar esta lista? Não é possível desfazer. O que você recebeu fica.',

  forgetMessages: 'Apagar todas as mensagens com {name}',
  forgetMessagesAsk:
    'As mensagens com {name} e os arquivos delas são apagados deste dispositivo. Perde-se o que você não salvou e o que nenhum roteador recebeu ainda. As de {name} continuam lá.',
  messagesStay:
    'Não foi possível apagar tudo: este navegador não deixa. Feche esta página, abra de novo e tente outra vez.',

  more: 'Mais sobre esta pessoa',
  notHere: '{name} não está aqui agora.',
  notHereHelp:
    'Quando a pessoa se conectar a este Wi-Fi e abrir esta página, estará aqui de novo. O que não terminou continuará automaticamente.',

  rename: 'Mudar nome',
  renameLabel: 'Como você chama esta pessoa',
  renameHint: 'Só você vê este nome.',
  forget: 'Esquecer',
  forgetAsk:
    '{name} deixa de estar entre seus conhecidos. As mensagens com {name} e os arquivos delas são apagados deste dispositivo. O que está em “Recebidos” fica. Para ter esta pessoa de volta, confirme outra vez quem é.',
  block: 'Bloquear',
  unblock: 'Desbloquear',
  unblockNamed: 'Desbloquear {name}',
  blockedHelp: 'Nada desta pessoa chega a você, e nada pode ser enviado a ela. Para enviar algo, desbloqueie antes.',
  no: 'Voltar',

  unasked: 'Aceitar sem perguntar',
  unaskedHelp: {
    other:
      'Se algo for maior, ou forem mais de # arquivos, a pergunta aparece como sempre. Em um dia, é aceita assim no máximo dez vezes essa quantidade.',
  },
  unaskedRoom:
    'Este navegador não diz quanto espaço resta; por isso também se pergunta sobre tudo o que passar de {size}.',
  never: 'Nunca',
  upTo: 'Até {size}',
};

export const blocking: BlockingWords = {
  ask: 'Nada de {name} chegará a você, e o que está em andamento entre vocês vai parar. A pessoa não é avisada: para ela, você parece não estar aqui. Você pode desfazer isto a qualquer momento.',
  yes: 'Bloquear',
  no: 'Voltar',
};

export const notKept =
  'Este navegador não conseguiu guardar tudo sobre as pessoas. Quando você fechar ou recarregar esta página, isso se perde.';
