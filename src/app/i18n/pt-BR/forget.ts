import type { ForgetWords } from '../words/forget.ts';

export const forget: ForgetWords = {
  button: 'Esquecer tudo do Hikyaku neste dispositivo',
  buttonHelp: 'Para um dispositivo que você empresta, devolve ou pode perder: o que fica aqui pode ser apagado.',

  title: 'Esquecer tudo do Hikyaku neste dispositivo?',
  where: 'Isto apaga o que este navegador mantém de {address}. Não é possível desfazer.',
  lost: 'O que se perde',
  unsaved: {
    one: '# arquivo recebido que talvez ainda não esteja no seu dispositivo. Se precisar dele, salve antes.',
    other: '# arquivos recebidos que talvez ainda não estejam no seu dispositivo. Se precisar deles, salve antes.',
  },
  saved: {
    one: 'A cópia daqui de # arquivo recebido. A do seu dispositivo fica.',
    other: 'As cópias daqui de # arquivos recebidos. As do seu dispositivo ficam.',
  },
  receivedUnknown: 'Todos os arquivos recebidos aqui. Agora não é possível dizer quantos são.',
  underWay: {
    one: '# envio não terminado. Será cancelado agora e não poderá continuar depois.',
    other: '# envios não terminados. Serão cancelados agora e não poderão continuar depois.',
  },
  unsent: 'Os arquivos que esperam aqui para serem enviados.',
  people: {
    one: 'Seus conhecidos e bloqueados: # pessoa. Para este dispositivo ela passa a ser desconhecida.',
    other: 'Seus conhecidos e bloqueados: # pessoas. Para este dispositivo elas passam a ser desconhecidas.',
  },
  groups: {
    one: '# grupo. Para voltar a ele, você precisa do código.',
    other: '# grupos. Para voltar a eles, você precisa dos códigos.',
  },
  words: 'Suas mensagens e publicações, e o que você leva para outros.',
  name: 'Seu nome, {name}. Os outros verão um dispositivo novo.',
  app: 'O próprio app, se estiver guardado para abrir sem roteador.',
  stays: 'O que fica em outros lugares',
  staying: [
    'Neste dispositivo: os arquivos que você salvou, o histórico do navegador e as permissões dele. Apague isso nos apps e nas configurações do dispositivo.',
    'Neste dispositivo: o que outro navegador, outro endereço do roteador ou um app na tela de início mantém. É preciso esquecer lá também.',
    'Nos roteadores: suas publicações até o prazo delas acabar, e cartas lacradas até chegarem. Você some das listas deles na hora.',
    'Em outros dispositivos: o que você enviou a eles, com seu nome ao lado.',
  ],
  yes: 'Esquecer tudo',
  no: 'Manter',

  removing: 'Esquecendo tudo',
  removingHelp: 'Leva alguns segundos. Deixe esta página aberta.',
  done: 'O Hikyaku esqueceu tudo o que havia aqui',
  doneHelp: 'Nada deste app é mantido aqui para {address}.',
  notAll: 'O Hikyaku não conseguiu esquecer tudo',
  left: {
    databases:
      'Não foi apagado: seu nome, quem você é para os outros, seus conhecidos, seus grupos e as listas do que você enviou e recebeu.',
    worker: 'Não foi apagado: a parte do app que abre sem roteador, e os avisos dela.',
    texts: 'Não foi apagado: o idioma escolhido e até quando só conhecidos são aceitos.',
    files: 'Não foi apagado: os arquivos recebidos.',
    caches: 'Não foi apagado: a cópia guardada do app. Ela não diz nada sobre você.',
  },
  leftHelp:
    'Feche todas as outras abas desta página e tente de novo. Se não adiantar, apague os dados do site {address} nas configurações do navegador.',
  afterwards:
    'Já pode fechar esta página. Para usar o Hikyaku de novo, o dispositivo precisa estar no Wi-Fi de um roteador.',
  again: 'Tentar de novo',
  begin: 'Começar como dispositivo novo',
};
