/** Portuguese of Brazil: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: 'Estado deste roteador',
  verdict: {
    note: { word: 'Está tudo bem', sentence: 'Aqui as pessoas podem enviar e receber arquivos.' },
    warn: {
      word: 'Funciona, mas falta alguma coisa',
      sentence: 'Aqui as pessoas podem enviar e receber arquivos. O que fazer:',
    },
    stop: {
      word: 'É preciso fazer algo',
      sentence: 'Do jeito que está, este roteador não pode ser usado. O que fazer:',
    },
  },
  findings: {
    'app-missing': { what: 'A página que as pessoas abrem não está aqui.', todo: 'Na pasta do Hikyaku, digite:' },
    unreachable: {
      what: 'Só esta máquina consegue abrir a página: ela não está em nenhuma rede, ou não atende em nenhuma.',
      todo: 'Conecte o Wi-Fi ou o cabo de rede. Se já estiver conectado, inicie o roteador sem --host.',
    },
    full: {
      what: '{clients} dispositivos conectados, de no máximo {most}: quem chegar agora pode ser recusado.',
      todo: 'Peça que usem outro roteador, ou instale mais um.',
    },
    'memory-low': {
      what: 'Resta pouca memória nesta máquina: {free}.',
      todo: 'Feche outros programas. Se não adiantar, reinicie a máquina numa hora tranquila.',
    },
    'certificate-ends': {
      what: {
        one: 'O certificado de HTTPS vence em # dia. Depois disso, os apps instalados não conseguem se conectar a este roteador.',
        other:
          'O certificado de HTTPS vence em # dias. Depois disso, os apps instalados não conseguem se conectar a este roteador.',
      },
      todo: 'Troque os arquivos de --tls-cert e --tls-key por outros mais novos. Passam a valer em segundos, sem reiniciar.',
    },
    'certificate-ended': {
      what: 'O certificado de HTTPS venceu: os apps instalados não conseguem se conectar a este roteador. O endereço comum funciona.',
      todo: 'Troque os arquivos de --tls-cert e --tls-key por outros mais novos. Passam a valer em segundos, sem reiniciar.',
    },
    'certificate-problem': {
      what: 'O novo certificado de HTTPS não pode ser usado, por isso o antigo continua em uso.',
      todo: 'Confira os arquivos de --tls-cert e --tls-key. O erro é:',
    },
    'secure-failed': {
      what: 'O endereço seguro (HTTPS) não funciona. O endereço comum funciona.',
      todo: 'Talvez outro programa use a mesma porta: feche-o, ou escolha outra porta com --https-port. A máquina diz:',
    },
    'disk-low': {
      what: 'O disco desta máquina está quase cheio: restam {free}.',
      todo: 'Apague arquivos antigos desta máquina.',
    },
    'held-failed': {
      what: 'Mensagens e publicações não são guardadas: o disco desta máquina não pode ser usado.',
      todo: 'Verifique o disco e se nenhum outro programa usa o mesmo --data-dir; depois inicie este programa de novo. A máquina diz:',
    },
    'held-stuck': {
      what: 'O que as pessoas deixam não é guardado: o disco desta máquina não aceita.',
      todo: 'Libere espaço no disco ou conserte-o. O roteador tenta de novo sozinho. A máquina diz:',
    },
    'held-damaged': {
      what: {
        one: '# mensagem, publicação ou arquivo foi danificado no disco e não está mais aqui.',
        other: '# mensagens, publicações ou arquivos foram danificados no disco e não estão mais aqui.',
      },
      todo: 'O disco pode estar falhando: copie a pasta de --data-dir para outro.',
    },
    'access-point-off': {
      what: 'O Wi-Fi deste roteador não está no ar: os celulares não o veem.',
      todo: 'Ele é reiniciado sozinho. Se não voltar, isto diz por quê:',
    },
    'radio-blocked': { what: 'Um rádio está desligado: {names}.', todo: 'Procure uma chave na máquina, ou digite:' },
    'radar-wait': {
      what: 'Um rádio procura radares antes de poder transmitir: {names}. Isso leva um minuto ou mais.',
      todo: 'Espere. Nos canais 1 a 11 não é preciso.',
    },
    'country-unset': {
      what: 'O rádio não sabe em que país está: pode usar poucos canais, e com pouca força.',
      todo: 'Informe o país, por exemplo:',
    },
    'radio-unknown': {
      what: 'Nada se sabe do rádio agora: o programa que o vigia não dá notícia.',
      todo: 'Isto diz por quê:',
    },
    'mesh-point-off': {
      what: 'O rádio para os outros roteadores não está no ar.',
      todo: 'Ele é reiniciado sozinho. Se não voltar, isto diz por quê:',
    },
    'batman-missing': {
      what: 'O kernel desta máquina não tem o batman-adv, que une roteadores por rádio e por cabo.',
      todo: 'Use um kernel que o tenha, como o do próprio Debian, e digite:',
    },
    'mesh-point-alone': {
      what: 'O rádio para os outros roteadores não ouve nenhum.',
      todo: 'O roteador mais próximo está ligado, e perto o bastante? Os dois precisam do mesmo canal e da mesma chave da malha.',
    },
    'stations-many': {
      what: 'Há {stations} dispositivos no Wi-Fi, e o rádio aguenta cerca de {most}: quem chegar agora pode não entrar.',
      todo: 'Peça que usem outro roteador, ou instale mais um.',
    },
    'stations-weak': {
      what: {
        one: 'O único dispositivo (#) no Wi-Fi chega com sinal fraco: os arquivos demoram, e as conexões caem.',
        other: 'Os # dispositivos no Wi-Fi chegam todos com sinal fraco: os arquivos demoram, e as conexões caem.',
      },
      todo: 'Ponha o roteador mais alto e num lugar aberto, ou mais perto das pessoas.',
    },
    'air-busy': {
      what: 'O canal {channel} está cheio: em uso {share} do tempo, e os arquivos demoram.',
      todo: 'Escolha o mais livre entre 1, 6 e 11. Roteadores unidos por rádio precisam do mesmo canal.',
    },
    'relay-missing': {
      what: 'A retransmissão não está instalada. Onde duas redes não permitem uma ligação direta, os arquivos não chegam.',
      todo: 'Quando a máquina tiver internet, digite isto e reinicie o roteador:',
    },
    'relay-failed': {
      what: 'A retransmissão não funciona. Onde duas redes não permitem uma ligação direta, os arquivos não chegam.',
      todo: 'O roteador tenta de novo sozinho. A máquina diz:',
    },
    'relay-off': { what: 'A retransmissão está desligada, conforme --turn.' },
    'backhaul-down': {
      what: 'A conexão com outros roteadores caiu: o cabo ou o rádio não tem endereço.',
      todo: 'Confira o cabo ou o rádio entre os roteadores, nas duas pontas.',
    },
    'same-address': {
      what: {
        one: '{names} tem na ligação o mesmo endereço que este roteador: os dispositivos se veem, mas os arquivos não passam.',
        other:
          '{names} têm na ligação o mesmo endereço que este roteador: os dispositivos se veem, mas os arquivos não passam.',
      },
      todo: 'Dê a cada roteador um endereço próprio na ligação, dentro da mesma rede. Por exemplo, aqui:',
    },
    'shared-address': {
      what: '{names} têm na ligação o mesmo endereço: os arquivos não chegam aos dispositivos de lá.',
      todo: 'Dê a cada roteador um endereço próprio na ligação, dentro da mesma rede.',
    },
    'other-network': {
      what: 'Não há caminho até {names}: o endereço de lá na ligação é de outra rede. Os dispositivos se veem, mas os arquivos não passam.',
      todo: 'Dê a todos os roteadores endereços diferentes de uma mesma rede na ligação, ou configure rotas entre as redes.',
    },
    gone: {
      what: {
        one: '{names} estava aqui e sumiu (há {time}).',
        other: '{names} estavam aqui e sumiram (o último, há {time}).',
      },
      todo: 'Confira lá a energia, depois o cabo ou o rádio. O que mais conferir está na lista abaixo.',
    },
    alone: {
      what: 'Nenhum outro roteador está ao alcance. Os dispositivos deste roteador se conectam entre si.',
      todo: 'Se deveria haver outro, confira a lista abaixo.',
    },
    'own-clock': {
      what: 'O relógio deste roteador está errado. Ele marca {time}.',
      todo: 'Os arquivos chegam mesmo assim, mas endereços seguros (https) podem não abrir. Acerte o relógio, por exemplo:',
    },
    clocks: {
      what: 'Os relógios não combinam: {names}, diferença de {time}.',
      todo: 'Os arquivos chegam mesmo assim. Compare os dois com um relógio de pulso e acerte o errado.',
    },
    open: {
      what: 'Não há chave da malha: qualquer roteador na ligação pode entrar, e é aceito como verdadeiro.',
      todo: 'Para deixar entrar só os seus, inicie todos com a mesma --mesh-key.',
    },
    'mesh-off': { what: 'Outros roteadores não são procurados, conforme --mesh.' },
    'no-backhaul': {
      what: 'Este roteador funciona sozinho.',
      todo: 'Para juntá-lo a outros, ligue-os por cabo ou rádio e inicie cada um com o nome dessa interface:',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}: um roteador com outra chave. Fica de fora.',
      todo: 'Se for um dos seus, inicie-o com uma --mesh-key exatamente igual à daqui.',
    },
    'no-key': {
      what: '{addresses}: um roteador sem chave. Fica de fora.',
      todo: 'Se for um dos seus, inicie-o com a mesma --mesh-key daqui.',
    },
    'has-key': {
      what: '{addresses}: um roteador que tem chave, e este não tem. Eles não se juntam.',
      todo: 'Se os dois forem seus, inicie este com a mesma --mesh-key.',
    },
    'other-version': {
      what: '{addresses}: um roteador com outra versão do Hikyaku. Eles não se juntam.',
      todo: 'Instale a mesma versão nos dois.',
    },
    forged: {
      what: '{addresses}: envia sinais danificados ou falsos. São ignorados.',
      todo: 'Se for um dos seus, confira o cabo. Se não, descubra o que é.',
    },
    'too-many': {
      what: '{addresses}: envia demais, ou há mais roteadores do que cabem. O resto é ignorado.',
      todo: 'Descubra o que há neste endereço. Um roteador se junta a no máximo 128 outros.',
    },
    misbehaves: {
      what: '{addresses}: diz o que nenhum roteador diz, e por um tempo não é atendido.',
      todo: 'Se for um dos seus, reinicie-o com a mesma versão daqui.',
    },
  },
  numbers: {
    router: 'dispositivos aqui',
    all: 'dispositivos em todos os roteadores',
    routers: 'roteadores ao alcance',
  },

  open: 'Mostre este endereço às pessoas',
  openHelp:
    'Primeiro, conectar-se a este Wi-Fi; depois, apontar a câmera para o quadrado ou digitar o endereço no navegador.',
  openOthers: 'Outros endereços deste roteador',
  poster: 'Um cartaz para imprimir',
  qrCode: 'Código QR de {url}',

  reach: 'Roteadores ao alcance',
  picture: { one: 'Desenho deste roteador e de mais #', other: 'Desenho deste roteador e de outros #' },
  pictureHelp:
    'No círculo: quantos dispositivos estão conectados ali. Uma linha é uma ligação com este roteador. Se outro rádio a repassa no meio do caminho, aqui não se sabe.',
  legend: { self: 'este roteador', direct: 'ligado', lost: 'acabou de cair', missing: 'sumiu' },
  onlyThis: 'Nenhum outro roteador está ao alcance agora.',
  table: {
    caption: 'O mesmo em lista',
    name: 'Nome',
    address: 'Endereço',
    devices: 'Dispositivos',
    heard: 'Último contato',
    way: 'Caminho',
    key: 'Chave',
    clock: 'Relógio',
  },
  self: 'este roteador',
  direct: 'ligado',
  lost: 'acabou de cair',
  gone: 'sumiu {ago}',
  keyed: 'mesma chave',
  openMesh: 'sem chave',
  sameClock: 'igual',
  ahead: '{time} adiantado',
  behind: '{time} atrasado',
  unknown: 'não se sabe',

  checklist: {
    title: 'Falta um roteador? Confira nesta ordem',
    steps: [
      'Ele tem energia? Alguém perto dele consegue abrir a página dele (o endereço dele com /status)?',
      'O cabo está encaixado nas duas pontas, ou o rádio está ligado? Todos os roteadores precisam estar na mesma ligação: um switch, ou um rádio em malha (batman-adv, 802.11s). Um roteador em outra ligação, atrás de um terceiro, não é visto.',
      'Os dois foram iniciados com --backhaul e a interface desse cabo ou rádio?',
      'Os endereços ali são da mesma faixa, como 192.168.1.1 e 192.168.1.2 (os dois /24)? Nenhum endereço pode ser usado duas vezes.',
      'A --mesh-key é exatamente igual nos dois, ou nenhum tem?',
      'Os dois têm a mesma versão do Hikyaku?',
      'Há outra rede no meio? Os sinais não passam por ela: informe o endereço do outro com --mesh-peers, nos dois.',
      'Há um firewall seu no meio? Entre os roteadores precisam passar a porta 8642 de UDP e TCP, e multicast.',
    ],
  },

  facts: {
    title: 'Este roteador',
    devices: 'Dispositivos conectados',
    devicesOf: '{here} de no máximo {most}',
    refused: 'Recusados desde o início',
    refusedFor: {
      'foreign-host': {
        one: '# vez: aberto com um nome que não é deste roteador. Use um endereço acima, ou informe o nome com --hostname',
        other:
          '# vezes: aberto com um nome que não é deste roteador. Use um endereço acima, ou informe o nome com --hostname',
      },
      'foreign-page': {
        one: '# vez: uma página de outro lugar quis se conectar. Se há um proxy, ele precisa repassar o cabeçalho Host',
        other:
          '# vezes: uma página de outro lugar quis se conectar. Se há um proxy, ele precisa repassar o cabeçalho Host',
      },
      connections: {
        one: '# vez: conexões demais de um endereço',
        other: '# vezes: conexões demais de um endereço',
      },
      sockets: {
        one: '# vez: dispositivos demais atrás de um endereço. Se há um proxy ou outro roteador, muitos usam o mesmo',
        other:
          '# vezes: dispositivos demais atrás de um endereço. Se há um proxy ou outro roteador, muitos usam o mesmo',
      },
      full: { one: '# vez: este roteador estava cheio', other: '# vezes: este roteador estava cheio' },
    },
    relay: 'Retransmissão (TURN)',
    relayState: { running: 'funciona', off: 'desligada', failed: 'não funciona' },
    relayCause: {
      'not-installed': 'o coturn não está instalado',
      'switched-off': 'conforme --turn',
      'no-network': 'nenhuma rede para atender',
      starting: 'iniciando',
    },
    relayed: { one: '# conexão por ela agora', other: '# conexões por ela agora' },
    secure: 'Endereço seguro (HTTPS)',
    secureState: { off: 'desligado, conforme --https-port', failed: 'não funciona' },
    secureCertificate: { own: 'certificado do próprio roteador', operator: 'certificado do responsável' },
    secureUntil: { one: 'até {date}, falta # dia', other: 'até {date}, faltam # dias' },
    secureEnded: 'venceu em {date}',
    secureClock: 'O relógio deste roteador está errado, por isso este certificado não tem prazo.',
    secureTrust: 'Como fazer os celulares confiarem nele',
    mesh: 'Outros roteadores (malha)',
    meshState: { off: 'não são procurados', alone: 'nenhum ao alcance', joined: 'ligado' },
    trust: { key: 'só com a mesma chave', open: 'aberto a qualquer roteador' },
    radio: {
      title: 'Rádio',
      channel: 'canal {channel}',
      inUse: '{share} em uso',
      stations: { one: '# dispositivo', other: '# dispositivos' },
      peers: { one: '# vizinho', other: '# vizinhos' },
      through: { one: '# máquina alcançada por meio de outra', other: '# máquinas alcançadas por meio de outras' },
    },
    memory: 'Memória',
    memoryOf: '{own} deste programa, {free} livres',
    disk: 'Disco',
    diskOf: '{free} livres de {whole}',
    held: {
      title: 'Mensagens e publicações guardadas',
      posts: { one: '# publicação', other: '# publicações' },
      letters: { one: '# carta lacrada', other: '# cartas lacradas' },
      files: { one: '# arquivo', other: '# arquivos' },
      room: '{used} de no máximo {most}',
      days: { one: 'no máximo # dia', other: 'no máximo # dias' },
      off: 'desligado, conforme --hold',
      opening: 'abrindo: um momento',
      failed: 'nada é guardado: o disco desta máquina não pode ser usado',
    },
    uptime: 'Funcionando há',
    time: 'Relógio',
    version: 'Versão',
    id: 'ID',
    digests: 'Valores de comparação',
    digestsHelp: 'iguais nos roteadores que veem os mesmos roteadores e os mesmos dispositivos',
  },

  refreshes: {
    one: 'Esta página se atualiza sozinha a cada segundo.',
    other: 'Esta página se atualiza sozinha a cada # segundos.',
  },
  stopRefreshing: 'Parar',
  startRefreshing: 'Atualizar automaticamente',
  privacy: 'Aqui não se mostram arquivos, nomes de arquivos ou nomes de pessoas.',
  asJson: 'O mesmo para programas',

  units: {
    y: { one: '# ano', other: '# anos' },
    d: { one: '# d', other: '# d' },
    h: { one: '# h', other: '# h' },
    min: { one: '# min', other: '# min' },
    s: { one: '# s', other: '# s' },
  },
  ago: 'há {time}',
  more: { one: 'mais #', other: 'mais #' },
};
