import type { InboxWords } from '../words/inbox.ts';

export const inbox: InboxWords = {
  title: 'File yang diterima',
  sum: '{files} · {size}',
  unfinished: 'Belum selesai',
  deleted: 'Baru dihapus',
  back: 'Kembali',
  empty: 'Belum ada apa-apa di sini',
  emptyHelp: 'Kiriman orang lain tetap ada di sini sampai Anda menghapusnya.',
  gone: 'Ini sudah dihapus',
  stays: 'File tetap ada di aplikasi ini sampai Anda menghapusnya.',
  mayGoSoon:
    'File tetap ada di aplikasi ini sampai Anda menghapusnya. Tetapi jika Safari dipakai tujuh hari tanpa membuka halaman ini, Safari menghapusnya. Simpan yang penting di perangkat Anda.',
  mayGo:
    'File tetap ada di aplikasi ini sampai Anda menghapusnya. Tetapi jika ruang hampir habis, browser bisa menghapusnya. Simpan yang penting di perangkat Anda.',
  where: {
    arrived: 'Sudah sampai',
    saved: 'Sudah disimpan di perangkat',
    onlyHere: 'Hanya di aplikasi ini',
  },
  today: 'Hari ini',
  yesterday: 'Kemarin',
  chooseSeveral: 'Pilih beberapa',
  endChoosing: 'Selesai',
  chosen: { other: '# file dipilih' },
  someSaved: '{done} dari {total} sudah disimpan di perangkat',
  savingSome: 'Menyimpan: {done} dari {total}',
  arrived: '{done} dari {total} sudah sampai',
  expires: 'Terhapus sendiri setelah {date} jika tidak dilanjutkan.',
  askUnfinished: 'Yang sudah sampai akan dihapus. Pengiriman berhenti di kedua pihak.',

  storage: 'Penyimpanan',
  allowed:
    'Browser mengizinkan aplikasi ini menyimpan sekitar {size} lagi. Ruang di perangkat Anda bisa lebih sedikit dari itu.',
  short: 'Ruang hampir habis',
  shortHelp: 'File baru mungkin tidak muat. Hapus yang tidak Anda perlukan lagi di sini.',

  remove: 'Hapus',
  removeNamed: 'Hapus {name}',
  removeAll: 'Hapus semua',
  removeSaved: 'Hapus salinan ini',
  removeSavedHelp:
    'Sudah disimpan di perangkat: {files}, {size}. Menghapus salinan di sini tidak mengubah apa pun di sana.',
  ask: {
    saved: 'Ini menghapus salinan di aplikasi ini; yang di perangkat tetap ada. Bisa diurungkan selama 24 jam.',
    unsaved: {
      other: '# file mungkin belum disimpan di perangkat. Bisa diurungkan selama 24 jam; setelah itu hilang.',
    },
  },
  askPurge: {
    saved: 'Salinan di aplikasi ini langsung hilang dan tidak bisa dikembalikan. Yang di perangkat tetap ada.',
    unsaved: {
      other: '# file mungkin belum disimpan di perangkat. Langsung hilang dan tidak bisa dikembalikan.',
    },
  },
  deletedHelp: 'Sebelum terhapus selamanya, ruangnya tetap terpakai.',
  deletedNone: 'Tidak ada yang menunggu dihapus.',
  goes: 'Terhapus selamanya pada {date}.',
  undo: 'Urungkan',
  undoNamed: 'Urungkan: {name}',
  purge: 'Hapus selamanya',
  purgeHelp: 'Baru dihapus, tetapi masih memakai ruang: {files}, {size}.',

  share: 'Bagikan',
  preview: 'Lihat',
  openPdf: 'Buka PDF',
  pdfHelp: 'Terbuka di tab baru, di penampil browser Anda.',
  pdfNoViewer: 'Browser ini tidak bisa menampilkan file PDF. Simpan di perangkat, lalu buka di sana.',
  cannotShow: 'Jenis file ini tidak bisa ditampilkan di sini. Simpan di perangkat, lalu buka di sana.',
  pictureTooLarge: 'Gambar ini terlalu besar untuk ditampilkan di sini. Simpan di perangkat, lalu buka di sana.',
  showPicture: 'Tampilkan gambar',
  showPictureHelp:
    'Ukurannya baru diketahui saat ditampilkan. Gambar yang sangat besar bisa membuat halaman ini berhenti; file Anda tetap ada.',
  unreadable: 'File ini sekarang tidak bisa dibaca. Muat ulang halaman dan coba lagi.',
  beginning: 'Ini baru bagian awal: {done} dari {total}.',
  encoding: 'Pengodean teks',
  picture: 'Gambar: {name}',
};
