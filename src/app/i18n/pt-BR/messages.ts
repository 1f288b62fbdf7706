import type { CarriedWords, MessageWords } from '../words/messages.ts';

export const messages: MessageWords = {
  title: 'Mensagens',
  unread: { one: '# mensagem nova', other: '# mensagens novas' },
  sayNew: 'Mensagem nova de {name}',
  mine: 'Você: {text}',
  write: 'Mensagem',
  send: 'Enviar mensagem',
  attach: 'Anexar arquivos',
  paste: 'Colar',
  useChosen: 'Colocar em uma mensagem',
  goesNow: '{name} está aqui: uma mensagem chega na hora.',
  isLeft: 'A mensagem fica no roteador, lacrada: só {name} pode ler, quando vier a este ou a outro roteador.',
  isKept: 'Nenhum roteador recebe mensagens agora. A sua fica neste dispositivo, que a leva ao próximo roteador.',
  isNotKept:
    'Este navegador não mantém nada desta página. Ao fechá-la, perde-se o que nenhum roteador recebeu ainda, e também as respostas.',
  tooLong: 'Este texto é longo demais: no máximo {size}.',
  tooLarge:
    '{name} é grande demais: no máximo {size}. Arquivos maiores podem ser enviados quando vocês dois estiverem aqui.',
  tooMany: { one: 'No máximo # arquivo de uma vez.', other: 'No máximo # arquivos de uma vez.' },
  offered: 'Arquivos com mais de {size} vão separados da mensagem, e a outra pessoa precisa aceitar antes.',
  notSaid: {
    unreadable: 'Não foi possível ler um arquivo. Tire-o e escolha de novo.',
    'no-room': 'Não há mais espaço neste dispositivo. Apague algo primeiro.',
    elsewhere: 'O Hikyaku agora está aberto em outro lugar. Veja lá se isto foi enviado.',
    'no-key':
      'Este dispositivo ainda não pode lacrar nada para essa pessoa. Isso será possível depois que vocês dois estiverem aqui.',
  },
  progress: {
    sending: 'Enviando',
    kept: 'Fica neste dispositivo até um roteador receber',
    left: 'Deixada no roteador',
    carried: 'Outros celulares e roteadores estão levando',
    arrived: 'Chegou',
    undelivered: 'Não entregue depois de {days}',
    refused: 'O roteador não aceitou',
  },
  days: { one: '# dia', other: '# dias' },
  help: {
    quota: 'Este dispositivo já deixou tudo o que é permitido aqui. Espere até que algo chegue.',
    full: 'O roteador está sem espaço. Tente mais tarde ou em outro roteador.',
    pace: 'Foi muito em um minuto. Tente de novo daqui a pouco.',
    large: 'É grande demais para este roteador. Envie menos de uma vez.',
    gone: 'Foi retirada, ou o prazo dela acabou.',
    removed: 'A pessoa responsável pelo roteador a retirou. Este dispositivo a leva ao próximo roteador.',
    other: 'Tente de novo em outro roteador.',
  },
  again: 'Tentar de novo',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'Este navegador não deixa copiar. Toque no texto e segure.',
  open: 'Abrir link',
  removeAsk: 'Apagar esta mensagem deste dispositivo? A de {name} continua lá.',
  look: 'Ver {name}',
  fetching: 'Buscando o arquivo…',
  nowhere: 'Ninguém ao alcance tem este arquivo agora. Tente mais tarde.',
  lacking: 'Esta mensagem ainda não chegou inteira.',
};

export const carried: CarriedWords = {
  title: 'O que você leva para outros',
  letters: { one: '# carta lacrada', other: '# cartas lacradas' },
  posts: { one: '# publicação do mural', other: '# publicações do mural' },
  postsOf: '{posts} ({places})',
  nothing: 'Nada no momento.',
  help: 'Seu dispositivo leva cartas e publicações ao próximo roteador. Ninguém no caminho pode ler as cartas.',
  throwAway: 'Descartar',
  throwAwayAsk:
    'Descartar o que você leva para outros? Se ninguém mais levar, não chega. Suas próprias mensagens e publicações ficam. O que for novo volta a ser levado, e o mural volta quando você o abrir.',
  takes: 'Levar cartas de outros',
  takesHelp: 'Ocupam pouco espaço. As publicações do mural são sempre levadas.',
};
