/** Indonesian: "Anda" for the reader, everyday words. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'Bahasa',
  connection: {
    connecting: 'Menghubungkan',
    online: 'Terhubung',
    reconnecting: 'Menghubungkan lagi',
    offline: 'Tidak terhubung',
    outdated: 'Tidak terhubung',
    replaced: 'Tidak terhubung',
  },
  connectionHelp: {
    connecting: 'Mencari router Wi-Fi ini.',
    reconnecting:
      'Sambungan ke router terputus sebentar dan sedang dicoba lagi. Pengiriman yang berjalan tetap lanjut.',
  },
  withoutInternet: 'tanpa Internet',
  tabs: 'Layar',
  people: 'Orang',
  bringIn: 'Ajak orang lain',
  sections: { known: 'Dikenal', recent: 'Terakhir', here: 'Di sini', new: 'Baru datang' },
  board: 'Papan pesan',
  received: 'Diterima',
  notSavedYet: { other: '# belum disimpan' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'tanda Anda bagi orang lain',
  alike: 'Ada nama yang mirip di sini: bandingkan gambar dan angkanya.',
  known: 'Dikenal',
  ofGroup: 'Grup {name}',
  notThem: 'Ini bukan {name} yang Anda kenal.',
  aboutPerson: 'Tentang {name}',
  callsItself: 'memakai nama {name}',

  yourName: 'Nama Anda: {name}',

  chooseFiles: 'Pilih file',
  chooseFolder: 'Pilih folder',
  takePhoto: 'Ambil foto',
  dropHint: 'atau seret file ke halaman ini',
  looking: 'Memeriksa file…',
  files: { other: '# file' },
  more: { other: 'dan # lainnya' },

  devices: 'Perangkat',
  pressToChoose: 'Ketuk nama untuk mengirim.',
  pressToSend: 'Sekarang ketuk penerimanya.',
  several: 'Kirim ke beberapa orang',
  hasLeft: 'sudah tidak di sini',
  kind: { phone: 'Ponsel', tablet: 'Tablet', computer: 'Komputer', device: 'Perangkat' },
  away: 'pergi sebentar',
  behind: 'di {router}',
  devicesLater: 'Perangkat muncul di sini setelah Anda terhubung.',

  outdated: 'Halaman ini versi lama',
  outdatedHelp: 'Simpan file yang Anda terima, lalu muat ulang halaman.',
  reload: 'Muat ulang',
  replaced: 'Hikyaku terbuka di tempat lain',
  replacedHelp:
    'Hikyaku terbuka di tab lain, di alamat lainnya, atau di perangkat dengan salinan data perangkat ini. Hanya satu yang bisa mengirim dan menerima pada satu waktu.',
  useHere: 'Pakai di sini',

  shell,
};
