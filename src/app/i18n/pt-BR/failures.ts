import type { FailureWords } from '../words/failures.ts';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending:
        'Não foi possível conectar ao outro dispositivo. Veja se ele está com esta página aberta e a tela acesa, e envie de novo.',
      receiving: 'Não foi possível conectar ao outro dispositivo. Deixe esta página aberta e peça os arquivos de novo.',
    },
    'blocked-here': {
      sending:
        'Este navegador não achou caminho até outro dispositivo. Algo aqui impede: uma VPN, um filtro ou uma configuração do navegador. Desative e envie de novo.',
      receiving:
        'Este navegador não achou caminho até outro dispositivo. Algo aqui impede: uma VPN, um filtro ou uma configuração do navegador. Desative e peça os arquivos de novo.',
    },
    'blocked-there': {
      sending:
        'Algo no outro dispositivo impede a conexão: uma VPN, um filtro ou uma configuração do navegador. Peça à pessoa que desative; depois envie de novo.',
      receiving:
        'Algo no outro dispositivo impede a conexão: uma VPN, um filtro ou uma configuração do navegador. Peça à pessoa que desative e envie de novo.',
    },
    'no-path': {
      sending:
        'Os dois dispositivos estão aqui, mas nada passa entre eles. Se um deles usa uma VPN ou um filtro, é preciso desativar. Chegue mais perto do roteador e envie de novo.',
      receiving:
        'Os dois dispositivos estão aqui, mas nada passa entre eles. Se um deles usa uma VPN ou um filtro, é preciso desativar. Chegue mais perto do roteador e peça os arquivos de novo.',
    },
    'peer-left': {
      sending: 'O outro dispositivo saiu ou fechou a página. Peça à pessoa que abra a página; depois envie de novo.',
      receiving: 'O outro dispositivo saiu ou fechou a página. Peça à pessoa que abra a página e envie de novo.',
    },
    'connection-lost': {
      sending: 'A conexão caiu. Chegue mais perto do roteador, deixe a tela acesa e envie de novo.',
      receiving: 'A conexão caiu. Chegue mais perto do roteador, deixe a tela acesa e peça os arquivos de novo.',
    },
    'no-webrtc': {
      sending:
        'O navegador do outro dispositivo não consegue receber arquivos. Peça à pessoa que use o Safari, o Chrome ou o Firefox.',
      receiving: 'Este navegador não consegue receber arquivos. Abra esta página no Safari, no Chrome ou no Firefox.',
    },
    busy: {
      sending: 'O outro dispositivo está com pedidos demais abertos agora. Espere um pouco e envie de novo.',
      receiving: 'Havia pedidos demais abertos aqui ao mesmo tempo. Peça os arquivos de novo.',
    },
    'no-more-connections': {
      sending: 'Este navegador está com conexões demais abertas. Recarregue esta página e envie de novo.',
      receiving: 'Este navegador está com conexões demais abertas. Recarregue esta página e peça os arquivos de novo.',
    },
    unproven: {
      sending:
        'Alguém está entre você e {name}, ou se faz passar por {name}. Nada foi enviado. Vá até onde está {name}, ou use outro roteador.',
      receiving: 'Alguém está entre você e {name}, ou se faz passar por {name}. Nada foi recebido dali.',
    },
    'no-proof': {
      sending: 'O que responde no lugar de {name} não prova quem é. Nada foi enviado. Tente de novo.',
      receiving: 'O que responde no lugar de {name} não prova quem é. Nada foi recebido dali.',
    },
    'same-address': {
      sending:
        'Dois roteadores têm o mesmo endereço, por isso nada passa. Avise a pessoa responsável; a página /status diz o que fazer.',
      receiving:
        'Dois roteadores têm o mesmo endereço, por isso nada passa. Avise a pessoa responsável; a página /status diz o que fazer.',
    },
    'other-network': {
      sending:
        'Não há caminho deste roteador até o outro. Avise a pessoa responsável; a página /status diz o que fazer.',
      receiving:
        'Não há caminho deste roteador até o outro. Avise a pessoa responsável; a página /status diz o que fazer.',
    },
    'version-mismatch': {
      sending: 'As duas páginas não são da mesma versão. Recarregue a página nos dois dispositivos e envie de novo.',
      receiving:
        'As duas páginas não são da mesma versão. Recarregue a página nos dois dispositivos e peça os arquivos de novo.',
    },
    'protocol-violation': {
      sending:
        'O outro dispositivo respondeu algo que não faz sentido. Recarregue a página nos dois dispositivos e envie de novo.',
      receiving:
        'O outro dispositivo enviou algo que não faz sentido, por isso nada foi mantido. Recarregue a página nos dois dispositivos e peça os arquivos de novo.',
    },
    'source-changed': {
      sending: 'Um arquivo mudou no seu dispositivo durante o envio. Escolha os arquivos outra vez e envie de novo.',
      receiving: 'Um arquivo mudou no outro dispositivo durante o envio. Peça à pessoa que envie de novo.',
    },
    'source-unreadable': {
      sending:
        'Um arquivo do seu dispositivo não pode mais ser lido; talvez tenha sido movido ou apagado. Escolha os arquivos outra vez.',
      receiving:
        'Um arquivo não pode mais ser lido no outro dispositivo. Peça à pessoa que escolha os arquivos outra vez.',
    },
    'storage-full': {
      sending: 'O outro dispositivo está cheio. Peça à pessoa que libere espaço; depois envie de novo.',
      receiving: 'Seu dispositivo está cheio. Libere espaço e peça os arquivos de novo.',
    },
    'storage-failed': {
      sending:
        'O outro dispositivo não conseguiu guardar os arquivos. Peça à pessoa que recarregue a página; depois envie de novo.',
      receiving:
        'Este navegador não conseguiu guardar os arquivos. Se estiver numa janela anônima, saia dela; recarregue a página e peça os arquivos de novo.',
    },
    'storage-refused': {
      sending:
        'O navegador do outro dispositivo não mantém nada desta página, e isto é demais para a memória dele. Peça à pessoa que abra a página em outro navegador, não numa janela anônima; depois envie de novo.',
      receiving:
        'Este navegador não mantém nada desta página, e isto é demais para a memória dele. Permita que este site guarde dados, ou abra a página em outro navegador, não numa janela anônima. Depois peça os arquivos de novo.',
    },
    'digest-mismatch': {
      sending: 'Os arquivos chegaram danificados e foram descartados. Envie de novo.',
      receiving: 'Os arquivos chegaram danificados e foram descartados. Peça de novo.',
    },
    'hash-failed': {
      sending:
        'Uma das páginas não carregou a parte que confere os arquivos. Recarregue a página nos dois dispositivos e envie de novo.',
      receiving:
        'Uma das páginas não carregou a parte que confere os arquivos. Recarregue a página nos dois dispositivos e peça os arquivos de novo.',
    },
    'page-failed': {
      sending: 'Algo deu errado em uma das duas páginas. Recarregue a página nos dois dispositivos e envie de novo.',
      receiving:
        'Algo deu errado em uma das duas páginas. Recarregue a página nos dois dispositivos e peça os arquivos de novo.',
    },
  },
  interruption: {
    'connection-lost': {
      sending: 'A conexão caiu. Continua automaticamente quando os dois dispositivos estiverem de novo ao alcance.',
      receiving: 'A conexão caiu. Continua automaticamente quando os dois dispositivos estiverem de novo ao alcance.',
    },
    'peer-left': {
      sending: 'O outro dispositivo saiu. Continua automaticamente quando ele voltar com esta página aberta.',
      receiving: 'O outro dispositivo saiu. Continua automaticamente quando ele voltar com esta página aberta.',
    },
    unreachable: {
      sending: 'Agora não há conexão com o outro dispositivo. Uma nova tentativa é feita automaticamente.',
      receiving: 'Agora não há conexão com o outro dispositivo. Uma nova tentativa é feita automaticamente.',
    },
    unproven: {
      sending:
        'Alguém está entre você e {name}, ou se faz passar por {name}. Nada mais foi enviado. Continua quando {name} responder. Vá até onde está {name}, ou use outro roteador.',
      receiving:
        'Alguém está entre você e {name}, ou se faz passar por {name}. Nada foi recebido dali; o que já chegou é mantido. Continua quando {name} responder.',
    },
    'no-proof': {
      sending:
        'O que responde no lugar de {name} não prova quem é. Nada mais foi enviado. Uma nova tentativa é feita automaticamente.',
      receiving:
        'O que responde no lugar de {name} não prova quem é. O que já chegou é mantido. Uma nova tentativa é feita automaticamente.',
    },
    'blocked-here': {
      sending:
        'Este navegador não acha agora um caminho até outro dispositivo: uma VPN, um filtro ou uma configuração do navegador impede. Desative; uma nova tentativa é feita automaticamente.',
      receiving:
        'Este navegador não acha agora um caminho até outro dispositivo: uma VPN, um filtro ou uma configuração do navegador impede. Desative; uma nova tentativa é feita automaticamente.',
    },
    'blocked-there': {
      sending:
        'Algo no outro dispositivo impede a conexão: uma VPN, um filtro ou uma configuração do navegador. Peça à pessoa que desative; uma nova tentativa é feita automaticamente.',
      receiving:
        'Algo no outro dispositivo impede a conexão: uma VPN, um filtro ou uma configuração do navegador. Peça à pessoa que desative; uma nova tentativa é feita automaticamente.',
    },
    'no-path': {
      sending:
        'Os dois dispositivos estão aqui, mas nada passa entre eles. Se um deles usa uma VPN ou um filtro, é preciso desativar. Uma nova tentativa é feita automaticamente.',
      receiving:
        'Os dois dispositivos estão aqui, mas nada passa entre eles. Se um deles usa uma VPN ou um filtro, é preciso desativar. Uma nova tentativa é feita automaticamente.',
    },
    'no-answer': {
      sending:
        'O outro dispositivo não responde: talvez esteja com a tela apagada, ou nada chega até ele. Continua assim que ele responder.',
      receiving:
        'O outro dispositivo não responde: talvez esteja com a tela apagada, ou nada chega até ele. Continua assim que ele responder.',
    },
    'storage-failed': {
      sending: 'O outro dispositivo não conseguiu guardar mais. Continua quando a outra pessoa tocar em “Continuar”.',
      receiving: 'Este navegador não conseguiu guardar mais. Toque em “Continuar”, ou antes recarregue a página.',
    },
    'storage-full': {
      sending: 'O outro dispositivo está cheio. Continua quando a outra pessoa liberar espaço e tocar em “Continuar”.',
      receiving: 'Seu dispositivo está cheio. Libere espaço e depois toque em “Continuar”.',
    },
    'hash-failed': {
      sending:
        'Uma das páginas não carregou a parte que confere os arquivos. Perto de um roteador, recarregue a página nos dois dispositivos e toque em “Continuar”.',
      receiving:
        'Uma das páginas não carregou a parte que confere os arquivos. Perto de um roteador, recarregue a página nos dois dispositivos e toque em “Continuar”.',
    },
    'source-unreadable': {
      sending:
        'Um arquivo não pode mais ser lido: foi movido ou apagado, ou o cartão ou pen drive onde estava foi retirado. Escolha o arquivo outra vez; o que já chegou não é enviado duas vezes.',
      receiving:
        'Um arquivo não pode mais ser lido no outro dispositivo. Continua quando a outra pessoa escolher o arquivo outra vez.',
    },
    'page-failed': {
      sending:
        'Algo deu errado em uma das duas páginas. Recarregue a página nos dois dispositivos e toque em “Continuar”.',
      receiving:
        'Algo deu errado em uma das duas páginas. Recarregue a página nos dois dispositivos e toque em “Continuar”.',
    },
  },
};
