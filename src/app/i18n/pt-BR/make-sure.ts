import type { MakeSureWords } from '../words/make-sure.ts';

export const makeSure: MakeSureWords = {
  button: 'Confirmar quem é',
  ways: {
    title: 'Confirmar que é {name}',
    help: 'Fiquem lado a lado, de modo que vejam as duas telas.',
    compare: 'Comparar desenhos',
    compareHelp: 'Em dez segundos fica confirmado para as duas pessoas.',
    photo: 'Fotografar o outro código',
    photoHelp:
      'A outra pessoa toca em “Confirmar quem é” e “Mostrar meu código”. Assim você confirma quem ela é; ela ainda não.',
    mine: 'Mostrar meu código',
    mineHelp: 'Para outra pessoa fotografar.',
  },
  waysAny: {
    title: 'Confirmar com uma foto',
    help: 'Fiquem lado a lado. Para comparar desenhos, escolha antes a pessoa na lista de dispositivos.',
  },

  calling: { title: 'Conectando com {name}', help: 'Leva alguns segundos.' },
  asking: {
    title: 'Agora olhe a tela de {name}',
    help: 'Lá aparece uma pergunta: a outra pessoa deve tocar em “Aceitar”.',
  },
  asked: {
    title: '{name} quer confirmar quem você é',
    help: 'Fiquem lado a lado. As duas telas mostram quatro desenhos e um número, e vocês comparam.',
    accept: 'Aceitar',
    notNow: 'Agora não',
  },
  agreed: { title: 'Um momento', help: 'Os desenhos aparecem nas duas telas.' },
  code: {
    title: 'As duas telas são iguais?',
    help: 'Olhem as duas telas, ou leiam em voz alta: os quatro desenhos e o número.',
    pictures: 'Desenhos',
    number: 'Número: {digits}',
    same: 'São iguais',
    different: 'Não são iguais',
    saidHere: 'Você disse: são iguais. Falta a resposta de {name}.',
    saidThere: '{name} disse: são iguais. E você?',
  },
  known: {
    title: 'Confirmado: é {name}',
    help: 'De agora em diante, este dispositivo reconhece o de {name}, mesmo que outras pessoas usem o mesmo nome.',
    oneSided: '{name} ainda não confirmou quem você é: mostre seu código, ou comparem os desenhos.',
    label: 'Como você chama esta pessoa',
    labelHint: 'Só você vê este nome.',
    done: 'Pronto',
  },

  different: {
    title: 'Não envie nada a este dispositivo',
    me: 'As duas telas não são iguais. O dispositivo que aqui se chama {name} talvez não seja dessa pessoa: alguém pode estar no meio, e ler ou mudar o que vocês enviam.',
    peer: '{name} diz que as duas telas não são iguais. O dispositivo que aqui se chama {name} talvez não seja dessa pessoa: alguém pode estar no meio, e ler ou mudar o que vocês enviam.',
    broken:
      'O dispositivo que aqui se chama {name} não respondeu como deveria. Talvez não seja dessa pessoa: alguém pode estar no meio, e ler ou mudar o que vocês enviam.',
    unproven:
      'O que responde aqui não é o dispositivo que se chama {name}. Alguém pode estar no meio, e ler ou mudar o que vocês enviam.',
    other:
      'Este código não é do dispositivo que aqui se chama {name}. Esse dispositivo talvez não seja dessa pessoa: alguém pode estar no meio, e ler ou mudar o que vocês enviam.',
    nothingSent: 'Nada foi enviado agora.',
    what: 'O que fazer',
    steps: [
      'Avise {name} na hora.',
      'Talvez alguém tenha olhado outra coisa: tentem mais uma vez e leiam em voz alta.',
      'Se de novo não forem iguais, entreguem os arquivos de outro jeito e avisem a pessoa responsável por este Wi-Fi.',
    ],
  },
  block: 'Bloquear este dispositivo',
  failed: {
    refused: { title: '{name} não aceitou', help: 'Fale com a pessoa e tente de novo.' },
    cancelled: { title: '{name} cancelou', help: 'Ainda não está confirmado. Conversem e tentem de novo.' },
    late: {
      title: 'Demorou demais',
      help: 'Ainda não está confirmado. Tentem de novo quando estiverem lado a lado.',
    },
    lost: {
      title: 'A conexão caiu',
      help: 'Ainda não está confirmado. Deixem esta página aberta nas duas telas e tentem de novo.',
    },
    unreachable: {
      title: 'Não há conexão com {name}',
      help: 'Deixem esta página aberta nas duas telas e tentem de novo.',
    },
    outdated: {
      title: 'Uma das duas páginas é antiga',
      help: 'Recarreguem a página nos dois dispositivos e tentem de novo.',
    },
  },

  mine: {
    title: 'Meu código',
    help: 'A outra pessoa toca em “Confirmar quem é” e tira uma foto deste código. Assim ela confirma quem é você. Para confirmar quem ela é, tire uma foto do código dela.',
    picture: 'Código deste dispositivo',
  },
  photo: {
    title: 'Fotografar o outro código',
    help: 'Na outra tela: “Confirmar quem é” e depois “Mostrar meu código”. O código deve ocupar metade da foto.',
    take: 'Tirar uma foto',
    looking: 'Verificando a foto…',
  },
  noPerson: {
    nothing: {
      title: 'Nenhum código foi encontrado nesta foto',
      help: 'Chegue mais perto, até o código ocupar metade da foto. Não mexa o celular, evite reflexos de luz no vidro e aumente o brilho da outra tela.',
    },
    unreadable: { title: 'Esta foto não pode ser aberta', help: 'Tire outra.' },
    missing: {
      title: 'Uma parte desta página não chegou',
      help: 'Sem ela não é possível ler fotos. Fique perto do roteador e recarregue esta página, ou comparem os desenhos.',
    },
    foreign: {
      title: 'Este é outro tipo de código',
      help: 'Na outra tela: “Confirmar quem é” e depois “Mostrar meu código”.',
    },
    own: { title: 'Este é o seu próprio código', help: 'Tire uma foto da outra tela.' },
    absent: {
      title: 'Esta pessoa não está aqui',
      help: 'O código está certo, mas o dispositivo dela não está ao alcance. Abram esta página no mesmo Wi-Fi.',
    },
    blocked: { title: 'Você bloqueou esta pessoa', help: 'Antes, desbloqueie em “Pessoas”.' },
  },

  again: 'Tentar de novo',
  cancel: 'Cancelar',
  close: 'Fechar',
};
