/** Filipino, with the English words that phones show. Nouns stay as they are behind a number: one form for all. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'Wika',
  connection: {
    connecting: 'Kumokonekta',
    online: 'Nakakonekta',
    reconnecting: 'Kumokonekta ulit',
    offline: 'Hindi nakakonekta',
    outdated: 'Hindi nakakonekta',
    replaced: 'Hindi nakakonekta',
  },
  connectionHelp: {
    connecting: 'Hinahanap ang router ng Wi-Fi na ito.',
    reconnecting: 'Sandaling naputol ang router, sinusubukan ulit. Tuloy pa rin ang mga ipinapadala at tinatanggap.',
  },
  withoutInternet: 'walang Internet',
  tabs: 'Mga screen',
  people: 'Mga tao',
  bringIn: 'Magsama ng iba',
  sections: { known: 'Mga kilala', recent: 'Kamakailan', here: 'Narito', new: 'Bagong dating' },
  board: 'Bulletin',
  received: 'Mga natanggap',
  notSavedYet: { other: '# hindi pa nase-save' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'palatandaan mo para sa iba',
  alike: 'May katulad na pangalan dito: ihambing ang larawan at numero.',
  known: 'Kilala',
  ofGroup: 'Grupong {name}',
  notThem: 'Hindi ito si {name} na kilala mo.',
  aboutPerson: 'Tungkol kay {name}',
  callsItself: 'ginagamit na pangalan: {name}',

  yourName: 'Pangalan mo: {name}',

  chooseFiles: 'Pumili ng file',
  chooseFolder: 'Pumili ng folder',
  takePhoto: 'Kumuha ng larawan',
  dropHint: 'o i-drag ang mga file sa page na ito',
  looking: 'Tinitingnan ang mga file…',
  files: { other: '# file' },
  more: { other: 'at # pa' },

  devices: 'Mga device',
  pressToChoose: 'Pindutin ang pangalan para magpadala.',
  pressToSend: 'Ngayon, pindutin ang padadalhan.',
  several: 'Ipadala sa marami',
  hasLeft: 'wala na rito',
  kind: { phone: 'Telepono', tablet: 'Tablet', computer: 'Computer', device: 'Device' },
  away: 'wala muna',
  behind: 'sa {router}',
  devicesLater: 'Lalabas dito ang mga device kapag nakakonekta ka na.',

  outdated: 'Mas luma ang page na ito kaysa sa router',
  outdatedHelp: 'I-save ang mga natanggap mong file, at i-reload ang page.',
  reload: 'I-reload',
  replaced: 'Bukas ang Hikyaku sa ibang lugar',
  replacedHelp:
    'Bukas ito sa ibang tab, sa isa pang address nito, o sa device na may kopya ng data nito. Isa lang sa mga ito ang puwedeng magpadala at tumanggap.',
  useHere: 'Gamitin dito',

  shell,
};
