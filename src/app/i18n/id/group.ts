import type { GroupWords } from '../words/group.ts';

export const group: GroupWords = {
  title: 'Grup',
  list: 'Grup',
  hidden: 'Hanya orang di grup Anda yang bisa melihat Anda.',
  none: 'Belum ada grup',
  noneHelp:
    'Dengan grup, Anda mudah menemukan orang-orang Anda di antara banyak orang. Mereka ada di urutan atas, dan Anda bisa terlihat oleh mereka saja.',
  full: 'Jumlah grup Anda sudah mencapai batas. Untuk bergabung ke grup lain, keluar dulu dari salah satunya.',

  make: 'Buat grup',
  makeHelp: 'Setelah itu tunjukkan kodenya kepada anggota grup.',
  join: 'Gabung dengan kode',
  joinHelp: 'Orang di grup itu bisa menunjukkannya kepada Anda.',
  name: 'Nama grup',
  nameHint: 'Hanya Anda yang melihat nama ini. Jika kosong, kodenya yang ditampilkan.',
  someName: 'Grup saya',
  code: 'Kode grup',
  codeHint: 'Dua belas huruf dan angka. Huruf besar atau kecil, dengan atau tanpa tanda hubung, semuanya boleh.',
  making: 'Membuat grup…',
  joining: 'Bergabung ke grup…',
  invited: 'Gabung ke grup dengan kode {code}?',
  invitedHelp:
    'Orang di grup ini akan tahu bahwa Anda anggotanya. Bergabunglah hanya jika Anda tahu siapa yang memberi tautan ini.',
  joinYes: 'Gabung',
  notNow: 'Nanti saja',
  problem: {
    noCode: 'Ini bukan kode grup. Kode grup terdiri dari dua belas huruf dan angka: periksa lagi.',
    already: 'Anda sudah ada di grup ini.',
    full: 'Jumlah grup Anda sudah mencapai batas. Keluar dulu dari salah satunya.',
    missing: 'Ada bagian aplikasi yang tidak sampai. Tetaplah di dekat router, lalu coba lagi.',
  },

  sameMark: 'Semua orang di grup ini melihat gambar dan angka yang sama. Jika berbeda, kodenya salah ketik.',
  show: 'Tunjukkan kode',
  showing: 'Kode {name}',
  showHelp: 'Orang lain memotret ini dengan kamera ponselnya, atau mengetik kodenya di “Gabung dengan kode”.',
  showWarning:
    'Siapa pun yang punya kode ini bisa bergabung dan tidak bisa dikeluarkan. Tunjukkan hanya kepada anggota grup.',
  picture: 'Kode QR untuk kode {code}',
  hide: 'Sembunyikan kode',
  rename: 'Ubah nama',
  leave: 'Keluar dari grup',
  leaveAsk: 'Keluar dari {name}? Untuk bergabung lagi, Anda perlu kodenya.',
  leaveHiddenAsk:
    'Keluar dari {name}? Ini grup terakhir Anda: semua orang akan melihat Anda lagi. Untuk bergabung lagi, Anda perlu kodenya.',
  no: 'Kembali',

  visible: 'Siapa yang bisa melihat saya',
  everybody: 'Semua orang',
  onlyGroups: 'Hanya orang di grup saya',
  visibleHelp:
    'Jika Anda memilih grup, orang lain tidak menemukan Anda di daftarnya dan tidak bisa mengirim apa pun kepada Anda. Hanya orang yang Anda kirimi yang akan melihat Anda sejak itu. Router sendiri selalu tahu bahwa Anda di sini.',
};
