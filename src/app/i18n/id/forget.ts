import type { ForgetWords } from '../words/forget.ts';

export const forget: ForgetWords = {
  button: 'Hapus semua data Hikyaku di perangkat ini',
  buttonHelp:
    'Untuk perangkat yang Anda pinjamkan, kembalikan, atau mungkin hilang: yang tertinggal di sini bisa dihapus.',

  title: 'Hapus semua data Hikyaku di perangkat ini?',
  where: 'Ini menghapus semua yang disimpan browser ini untuk {address}. Tidak bisa diurungkan.',
  lost: 'Yang akan hilang',
  unsaved: {
    other: '# file yang diterima, yang mungkin belum disimpan di perangkat. Jika perlu, simpan dulu.',
  },
  saved: { other: 'Salinan # file yang diterima di aplikasi ini. Yang sudah disimpan di perangkat tetap ada.' },
  receivedUnknown: 'Semua file yang diterima di sini. Jumlahnya sekarang tidak diketahui.',
  underWay: { other: '# pengiriman yang belum selesai. Berhenti sekarang dan tidak bisa dilanjutkan.' },
  unsent: 'File yang menunggu dikirim di sini.',
  people: { other: '# orang yang dikenal atau diblokir. Bagi perangkat ini, mereka menjadi tak dikenal lagi.' },
  groups: { other: '# grup. Untuk bergabung lagi, Anda perlu kodenya.' },
  words: 'Pesan dan tulisan Anda, dan yang Anda bawa untuk orang lain.',
  name: 'Nama Anda, {name}. Orang lain akan melihat perangkat baru.',
  app: 'Aplikasi ini sendiri, jika disimpan agar bisa dibuka tanpa router.',
  stays: 'Yang tetap ada di tempat lain',
  staying: [
    'Di perangkat ini: file yang sudah Anda simpan, riwayat browser, dan izinnya. Hapus lewat aplikasi dan pengaturan perangkat.',
    'Di perangkat ini: yang disimpan browser lain, alamat lain dari router, atau aplikasi di layar utama. Hapus juga di sana.',
    'Di router: tulisan Anda sampai waktunya habis, dan surat tersegel sampai tiba. Anda langsung hilang dari daftarnya.',
    'Di perangkat lain: yang Anda kirim ke sana, dengan nama Anda di sampingnya.',
  ],
  yes: 'Hapus semua',
  no: 'Jangan hapus',

  removing: 'Sedang menghapus semua',
  removingHelp: 'Perlu beberapa detik. Biarkan halaman ini terbuka.',
  done: 'Semua data Hikyaku di perangkat ini sudah dihapus',
  doneHelp: 'Tidak ada lagi data aplikasi ini di sini untuk {address}.',
  notAll: 'Ada data yang tidak bisa dihapus',
  left: {
    databases:
      'Belum dihapus: nama Anda, data agar orang lain mengenali Anda, orang yang Anda kenal, grup Anda, serta daftar yang dikirim dan diterima.',
    worker: 'Belum dihapus: bagian aplikasi yang bisa dibuka tanpa router, dan notifikasinya.',
    texts: 'Belum dihapus: bahasa yang dipilih, dan sampai kapan hanya orang yang dikenal yang diterima.',
    files: 'Belum dihapus: file yang diterima.',
    caches: 'Belum dihapus: salinan aplikasi. Di dalamnya tidak ada apa pun tentang Anda.',
  },
  leftHelp:
    'Tutup semua tab lain dari halaman ini dan coba lagi. Jika tidak berhasil, hapus data situs {address} di pengaturan browser.',
  afterwards:
    'Halaman ini boleh ditutup sekarang. Untuk memakai Hikyaku lagi, sambungkan perangkat ke Wi-Fi sebuah router.',
  again: 'Coba lagi',
  begin: 'Mulai sebagai perangkat baru',
};
