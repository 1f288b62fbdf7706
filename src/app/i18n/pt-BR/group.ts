import type { GroupWords } from '../words/group.ts';

export const group: GroupWords = {
  title: 'Grupos',
  list: 'Grupos',
  hidden: 'Só as pessoas dos seus grupos veem você.',
  none: 'Ainda não há grupos',
  noneHelp:
    'Num grupo, você acha sua gente no meio de muitas pessoas. Ela aparece primeiro na lista, e você pode ficar visível só para ela.',
  full: 'Você já está no máximo de grupos. Para entrar em outro, saia primeiro de um deles.',

  make: 'Criar um grupo',
  makeHelp: 'Depois mostre o código a quem é do grupo.',
  join: 'Entrar com um código',
  joinHelp: 'Alguém do grupo pode mostrar o código a você.',
  name: 'Nome do grupo',
  nameHint: 'Só você vê este nome. Sem nome, aparece o código.',
  someName: 'Meu grupo',
  code: 'Código do grupo',
  codeHint: 'Doze letras e números. Maiúsculas ou minúsculas, com ou sem hífens: tudo serve.',
  making: 'Criando o grupo…',
  joining: 'Entrando no grupo…',
  invited: 'Entrar no grupo com o código {code}?',
  invitedHelp: 'As pessoas deste grupo verão que você faz parte dele. Entre só se souber quem deu o link a você.',
  joinYes: 'Entrar',
  notNow: 'Agora não',
  problem: {
    noCode: 'Isto não é um código de grupo. Ele tem doze letras e números: confira de novo.',
    already: 'Você já está neste grupo.',
    full: 'Você já está no máximo de grupos. Saia primeiro de um deles.',
    missing: 'Falta uma parte do app. Fique perto do roteador e tente de novo.',
  },

  sameMark: 'Todo o grupo vê este desenho e este número. Se alguém vê outro, o código foi digitado errado.',
  show: 'Mostrar o código',
  showing: 'Código de {name}',
  showHelp: 'Os outros apontam a câmera do celular para este código, ou o digitam em “Entrar com um código”.',
  showWarning: 'Quem tem o código está no grupo para sempre. Mostre só a pessoas do grupo.',
  picture: 'Código QR para o código {code}',
  hide: 'Ocultar o código',
  rename: 'Mudar nome',
  leave: 'Sair',
  leaveAsk: 'Sair de {name}? Para voltar, você precisa do código.',
  leaveHiddenAsk:
    'Sair de {name}? É seu último grupo: depois disso, todas as pessoas veem você de novo. Para voltar, você precisa do código.',
  no: 'Voltar',

  visible: 'Quem pode me ver',
  everybody: 'Todas as pessoas',
  onlyGroups: 'Só as pessoas dos meus grupos',
  visibleHelp:
    'Se você escolher seus grupos, ninguém mais acha você na lista nem pode enviar nada a você. Só quem recebe algo de você passa a ver você. O roteador sempre sabe que você está aqui.',
};
