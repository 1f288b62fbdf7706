import type { CarriedWords, MessageWords } from '../words/messages.ts';

export const messages: MessageWords = {
  title: 'Pesan',
  unread: { other: '# pesan baru' },
  sayNew: 'Pesan baru dari {name}',
  mine: 'Anda: {text}',
  write: 'Pesan',
  send: 'Kirim pesan',
  attach: 'Lampirkan file',
  paste: 'Tempel',
  useChosen: 'Masukkan ke pesan',
  goesNow: '{name} ada di sini: pesan langsung sampai.',
  isLeft:
    'Pesan dititipkan di router dalam keadaan disegel: hanya {name} yang bisa membacanya, saat datang ke router ini atau yang lain.',
  isKept:
    'Sekarang tidak ada router yang menerima pesan. Pesan Anda tetap di perangkat ini, yang membawanya ke router berikutnya.',
  isNotKept:
    'Browser ini tidak menyimpan apa pun untuk halaman ini. Yang belum diterima router, dan juga balasannya, hilang saat halaman ditutup.',
  tooLong: 'Teks ini terlalu panjang: paling banyak {size}.',
  tooLarge:
    '{name} terlalu besar: paling banyak {size}. File yang lebih besar bisa dikirim selama Anda berdua di sini.',
  tooMany: { other: 'Paling banyak # file sekaligus.' },
  offered: 'File yang lebih dari {size} dikirim terpisah dari pesan, dan orangnya ditanya dulu.',
  notSaid: {
    unreadable: 'Ada file yang tidak bisa dibaca. Keluarkan lalu pilih lagi.',
    'no-room': 'Perangkat ini sudah penuh. Hapus sesuatu dulu.',
    elsewhere: 'Hikyaku sekarang terbuka di tempat lain. Periksa di sana apakah ini sudah terkirim.',
    'no-key': 'Perangkat ini belum bisa menyegel untuk orang ini. Bisa setelah Anda berdua pernah ada di sini.',
  },
  progress: {
    sending: 'Mengirim',
    kept: 'Disimpan di perangkat ini sampai ada router yang menerima',
    left: 'Dititipkan di router',
    carried: 'Dibawa ponsel dan router lain',
    arrived: 'Sudah sampai',
    undelivered: 'Belum sampai setelah {days}',
    refused: 'Tidak diterima router',
  },
  days: { other: '# hari' },
  help: {
    quota: 'Titipan perangkat ini sudah sebanyak yang boleh di sini. Tunggu sampai ada yang tiba.',
    full: 'Router sudah penuh. Coba lagi nanti, atau di router lain.',
    pace: 'Kiriman dalam satu menit terlalu banyak. Coba lagi sebentar lagi.',
    large: 'Terlalu besar untuk router ini. Kirim sedikit demi sedikit.',
    gone: 'Sudah ditarik kembali, atau waktunya habis.',
    removed: 'Pengelola router menghapusnya. Perangkat ini membawanya ke router berikutnya.',
    other: 'Coba lagi di router lain.',
  },
  again: 'Coba lagi',
  copy: 'Salin',
  copied: 'Tersalin',
  notCopied: 'Browser ini tidak mengizinkan menyalin. Tekan dan tahan teksnya.',
  open: 'Buka tautan',
  removeAsk: 'Hapus pesan ini dari perangkat ini? Milik {name} tetap ada.',
  look: 'Lihat {name}',
  fetching: 'Mengambil file…',
  nowhere: 'Sekarang tidak ada yang punya file ini di sekitar. Coba lagi nanti.',
  lacking: 'Pesan ini belum sampai seluruhnya.',
};

export const carried: CarriedWords = {
  title: 'Yang Anda bawa untuk orang lain',
  letters: { other: '# surat tersegel' },
  posts: { other: '# tulisan papan pesan' },
  postsOf: '{posts} ({places})',
  nothing: 'Sekarang tidak ada.',
  help: 'Perangkat Anda membawa surat dan tulisan ke router berikutnya. Di jalan tidak ada yang bisa membaca surat itu.',
  throwAway: 'Buang',
  throwAwayAsk:
    'Buang yang Anda bawa untuk orang lain? Kalau tidak ada lagi yang membawanya, tidak akan sampai. Pesan dan tulisan Anda sendiri tetap ada. Yang baru akan dibawa lagi, dan papan pesan kembali saat Anda membukanya.',
  takes: 'Bawa surat orang lain',
  takesHelp: 'Hanya perlu sedikit ruang. Tulisan papan pesan selalu dibawa.',
};
