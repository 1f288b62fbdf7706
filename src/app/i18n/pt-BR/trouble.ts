import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: 'O certificado deste endereço venceu',
  expiredHelp:
    'Por isso nenhum roteador pode ser alcançado daqui. Abra o endereço comum; ele funciona sempre. O que você recebeu fica aqui.',
  away: 'Nenhum roteador ao alcance',
  about: 'O Hikyaku envia arquivos de celular a celular por um roteador Wi-Fi próximo, sem internet.',
  wifiOn: 'Ligue o Wi-Fi e chegue mais perto do roteador.',
  join: 'Conecte-se ao Wi-Fi de {router}, ou de qualquer outro roteador do Hikyaku.',
  joinAny: 'Conecte-se ao Wi-Fi de um roteador do Hikyaku.',
  comeBack: 'Volte aqui. Esta página se conecta automaticamente.',
  keptHere: 'O que você recebeu e o que não terminou é mantido neste dispositivo, e pode ser usado agora.',
  turnedAway: {
    title: 'O roteador responde, mas não deixa esta página entrar',
    'no-socket':
      'Seu Wi-Fi está bem. Algo entre esta página e o roteador impede a conexão, como um proxy ou outro endereço. Abra o endereço do cartaz, ou avise a pessoa responsável pelo roteador. Esta página continua tentando.',
    crowded:
      'Seu Wi-Fi está bem. Há páginas demais abertas neste roteador. Feche as que ninguém usa, ou avise a pessoa responsável pelo roteador. Esta página continua tentando.',
  },
  siteData: {
    refused: 'Este navegador não mantém nada desta página',
    refusedHelp:
      'Você pode enviar arquivos. Para receber, permita cookies e dados deste endereço nas configurações do navegador e recarregue esta página.',
    silent: 'O armazenamento deste navegador não responde',
    silentHelp:
      'O que você recebeu antes não pode ser mostrado agora, e os outros veem você com um nome novo. Feche o navegador, abra de novo e volte aqui.',
  },
  cannotTransfer: 'Este navegador não consegue trocar arquivos',
  cannotTransferHelp: {
    firefox:
      'O WebRTC está desativado neste Firefox, nas configurações ou por uma extensão. Ative, ou abra este endereço em outro navegador:',
    safari:
      'Se este dispositivo está no Modo de Isolamento, desative para este site: toque no botão ao lado do endereço e depois em “Ajustes do Site”. Ou abra este endereço em outro navegador:',
    other: 'Abra este endereço no Safari, no Chrome ou no Firefox:',
  },
};
