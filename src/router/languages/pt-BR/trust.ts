/** Portuguese of Brazil: how to trust this router. Menus as the systems call them. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'Confiar neste roteador',
  notNeeded:
    'Para enviar e receber, isto não é necessário. Faça no seu próprio dispositivo, se você usa o Hikyaku com frequência.',
  gains: 'O que você ganha',
  gainList: [
    'O app pode ser instalado e abre mesmo sem rede.',
    'Arquivos muito grandes não são problema.',
    'A tela não apaga enquanto arquivos são enviados ou recebidos.',
  ],
  how: 'Como fazer',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'Obter o perfil',
      steps: [
        'Abra esta página no Safari. Toque no botão acima e depois em “Permitir”.',
        'Abra o app Ajustes. Perto do topo, toque em “Perfil Baixado” e depois em “Instalar”.',
        'Em Ajustes, vá a “Geral” → “Sobre” → “Certificados Confiáveis”.',
        'Ative “Hikyaku”. Sem este último passo, nada muda.',
      ],
      remove: '“Ajustes” → “Geral” → “VPN e Gerenciamento de Dispositivo” → “Hikyaku” → “Remover Perfil”.',
    },
    android: {
      name: 'Android',
      download: 'Obter o certificado',
      steps: [
        'Toque no botão acima. O arquivo vai para “Downloads”.',
        'Abra o app Configurações e procure “certificado de CA”. Fica em “Segurança e privacidade” → “Mais configurações de segurança e privacidade” → “Criptografia e credenciais” → “Instalar um certificado”.',
        'Escolha “Certificado de CA” e depois “Instalar mesmo assim”. O dispositivo precisa ter um bloqueio de tela.',
        'Escolha o arquivo “hikyaku-ca.crt”.',
        'A partir daí, o Android avisa que a rede pode estar sendo monitorada. Ele diz isso de todo certificado que você adiciona por conta própria.',
      ],
      remove:
        '“Configurações” → “Segurança e privacidade” → “Mais configurações de segurança e privacidade” → “Criptografia e credenciais” → “Credenciais do usuário”, ou “Credenciais confiáveis” → “Usuário”: toque em “Hikyaku” e remova.',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'Obter o certificado',
      steps: [
        'Clique no botão acima e abra o arquivo “hikyaku-ca.crt”.',
        'Clique em “Instalar Certificado”, escolha “Usuário Atual” e clique em “Avançar”.',
        'Escolha “Colocar todos os certificados no repositório a seguir” → “Procurar” → “Autoridades de Certificação Raiz Confiáveis”.',
        'Clique em “Avançar” → “Concluir” e responda “Sim” ao aviso.',
      ],
      remove:
        'Abra “certmgr.msc” → “Autoridades de Certificação Raiz Confiáveis” → “Certificados” → “Hikyaku” → “Excluir”.',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'Obter o certificado',
      steps: [
        'Clique no botão acima e abra o arquivo “hikyaku-ca.crt”. O “Acesso às Chaves” abre: adicione-o a “início de sessão”.',
        'Clique duas vezes em “Hikyaku” na lista de certificados e abra “Confiar”.',
        'Em “Ao usar este certificado”, escolha “Confiar Sempre” e feche a janela.',
      ],
      remove: '“Acesso às Chaves” → “início de sessão” → “Certificados” → “Hikyaku” → “Apagar”.',
    },
    firefox: {
      name: 'Firefox',
      download: 'Obter o certificado',
      steps: [
        'No computador: clique no botão acima. Se o Firefox perguntar logo, continue no passo 3.',
        '“Configurações” → “Privacidade e segurança” → “Certificados” → “Ver certificados” → “Autoridades” → “Importar”: escolha “hikyaku-ca.crt”.',
        'Marque “Considerar confiável esta CA para identificar sites” e clique em “OK”.',
        'No Android: primeiro faça o que está em “Android”. Depois, no Firefox: “Configurações” → “Sobre o Firefox”, toque várias vezes no logotipo, volte, abra “Secret Settings” e ative “Usar certificados CA de terceiros”.',
      ],
      remove: 'Na mesma lista “Autoridades”: “Hikyaku” → “Excluir ou deixar de confiar”.',
    },
  },
  removing: 'Para desfazer',
  finally: 'Por fim, abra o endereço seguro',
  open: 'Abrir',
  refused:
    'O navegador mostra um aviso? Então o roteador ainda não é confiável para ele. Reveja os passos e confira se a data do dispositivo está certa. Nada se perde: o endereço sem “s” funciona sempre.',
  why: 'Por que não pode ser usado para o mal',
  whyList: [
    'O próprio certificado diz para que serve: só para {name} e para endereços privados como 192.168.1.1. Ele não pode se passar pelo seu banco, pelo seu e-mail nem por nenhum site da internet: os navegadores recusam. Testamos isso com o motor do Chrome e com o Firefox.',
    'A chave dele nunca sai dos roteadores que usam este nome.',
    'Ele não deixa ninguém ler seus arquivos: com ou sem ele, tudo vai criptografado de dispositivo a dispositivo.',
    'Mesmo assim, faça isto só se você confia nas pessoas responsáveis por este roteador, e desfaça quando não precisar mais.',
  ],
  compare: 'É o verdadeiro?',
  compareHelp:
    'Pergunte o número dele a quem é responsável por este roteador e compare. O roteador mostra o número ao ligar, e seu dispositivo o mostra como “SHA-256” nos detalhes do certificado.',
  back: 'Voltar ao app',
  known: 'Não é preciso configurar nada: o certificado deste roteador é conhecido por todos os dispositivos.',
  off: 'O endereço seguro deste roteador não está disponível no momento.',
};
