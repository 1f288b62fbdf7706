/** Portuguese of Brazil. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'Idioma',
  connection: {
    connecting: 'Conectando',
    online: 'Conectado',
    reconnecting: 'Reconectando',
    offline: 'Sem conexão',
    outdated: 'Sem conexão',
    replaced: 'Sem conexão',
  },
  connectionHelp: {
    connecting: 'Procurando o roteador deste Wi-Fi.',
    reconnecting: 'A conexão caiu por um momento; tentando de novo. Os envios em andamento continuam.',
  },
  withoutInternet: 'sem internet',
  tabs: 'Telas',
  people: 'Pessoas',
  bringIn: 'Convidar alguém',
  sections: { known: 'Conhecidos', recent: 'Recentes', here: 'Aqui', new: 'Recém-chegados' },
  board: 'Mural',
  received: 'Recebidos',
  notSavedYet: { other: '# sem salvar' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'sua marca para os outros',
  alike: 'Há um nome parecido: compare o desenho e o número.',
  known: 'Pessoa conhecida',
  ofGroup: 'Grupo {name}',
  notThem: 'Este dispositivo não é o de {name}, que você conhece.',
  aboutPerson: 'Sobre {name}',
  callsItself: 'usa o nome {name}',

  yourName: 'Seu nome: {name}',

  chooseFiles: 'Escolher arquivos',
  chooseFolder: 'Escolher pasta',
  takePhoto: 'Tirar uma foto',
  dropHint: 'ou arraste arquivos para qualquer lugar desta página',
  looking: 'Verificando os arquivos…',
  files: { one: '# arquivo', other: '# arquivos' },
  more: { other: 'e mais #' },

  devices: 'Dispositivos',
  pressToChoose: 'Toque em um nome para enviar algo.',
  pressToSend: 'Agora toque no nome de quem vai receber os arquivos.',
  several: 'Enviar para vários',
  hasLeft: 'não está mais aqui',
  kind: { phone: 'Celular', tablet: 'Tablet', computer: 'Computador', device: 'Dispositivo' },
  away: 'ausente por um momento',
  behind: 'em {router}',
  devicesLater: 'Os dispositivos aparecerão aqui quando houver conexão.',

  outdated: 'Esta página está desatualizada',
  outdatedHelp: 'Salve os arquivos que você recebeu e depois recarregue a página.',
  reload: 'Recarregar',
  replaced: 'O Hikyaku está aberto em outro lugar',
  replacedHelp:
    'Está aberto em outra aba, em outro endereço ou em um dispositivo com uma cópia dos dados deste. Só um de cada vez pode enviar e receber.',
  useHere: 'Usar aqui',

  shell,
};
