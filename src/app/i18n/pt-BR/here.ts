import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  newVersion: 'Há uma versão nova.',
  title: 'Este Wi-Fi e este dispositivo',
  device: 'Este dispositivo',
  noInternet: 'Este Wi-Fi não tem internet. Os arquivos vão direto de dispositivo a dispositivo.',
  nobody: 'Ainda não há mais ninguém aqui',
  bringTitle: 'Convidar alguém',
  wifi: 'Conectar-se ao Wi-Fi',
  wifiCode: 'Código para conectar-se ao Wi-Fi {name}',
  network: 'Wi-Fi',
  password: 'Senha',
  noPassword: 'Sem senha',
  open: 'Abrir este endereço no navegador',
  openCode: 'Código que abre {address}',
  sameWifi:
    'Primeiro, a outra pessoa se conecta ao mesmo Wi-Fi que você. Depois aponta a câmera para cá, ou digita o endereço.',
  copy: 'Copiar o endereço',
  copied: 'O endereço foi copiado.',
  notCopied: 'Este navegador não deixa copiar. Mantenha o dedo sobre o endereço.',
  share: 'Enviar o endereço',
  shareText: 'Troque arquivos comigo no Wi-Fi de {name}:',
  report: 'Relato de um problema',
  reportHelp: 'Mostra o que este app fez, sem nomes nem arquivos, para a pessoa responsável pelo roteador.',
  find: {
    label: 'Procurar alguém',
    hint: 'Nome, desenho, número, lugar',
    found: 'Resultados: {count}',
    nobody: 'Ninguém foi encontrado. Tente com menos letras.',
  },
  chime: {
    loud: 'Som e vibração',
    help: 'Dois toques suaves quando chega algo. Desative onde outras pessoas dormem.',
  },
  takeOver: {
    ask: 'Continuar aqui como {name}?',
    help: 'Você vem de {address}. Se estava lá agora há pouco, continue: os outros veem você como a mesma pessoa. Se não, comece de novo.',
    yes: 'Continuar',
    no: 'Começar de novo',
  },
  secure: {
    title: 'Endereço seguro',
    works:
      'Este navegador confia neste roteador. No endereço seguro, o app pode ser instalado, abre sem rede e recebe arquivos muito grandes.',
    stays: 'Seu nome vai com você. Os arquivos que você recebeu ficam aqui: salve antes.',
    busy: 'O que não terminou não pode ir com você. Termine ou cancele antes.',
    go: 'Ir ao endereço seguro',
    trust: 'Você usa o Hikyaku com frequência? Veja como instalar.',
  },
  extras: {
    install: 'Instalar o Hikyaku',
    installHelp: 'Como app, ele abre mesmo sem roteador ao alcance, e outros apps podem compartilhar arquivos com ele.',
    installByHand: 'Ter o Hikyaku na tela de início',
    installByHandHelp:
      'No Safari, toque no botão Compartilhar (um quadrado com uma seta) e depois em “Adicionar à Tela de Início”. Lá o app começa com um nome novo e sem arquivos: salve antes o que você recebeu aqui.',
    tellMe: 'Avisar quando chegarem arquivos',
    tellMeHelp: 'Mostra uma notificação enquanto você usa outro app.',
  },
};
