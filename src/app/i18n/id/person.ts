import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: 'Orang',
  list: 'Orang yang dikenal dan diblokir',
  known: 'Orang yang Anda kenal',
  blocked: 'Diblokir',
  nobody: 'Belum ada siapa-siapa',
  nobodyHelp: 'Orang yang sudah Anda pastikan dan yang Anda blokir muncul di sini.',
  knownSince: 'Dikenal sejak {date}',
  blockedSince: 'Diblokir sejak {date}',
  callsItself: 'Perangkat ini memakai nama {name}.',
  stranger: 'Anda belum memastikan orang ini',
  strangerHelp: 'Siapa pun bisa memakai nama apa pun. Saat Anda berdua berdampingan, pastikan orangnya.',
  isNotHelp:
    'Ini perangkat lain. {name} yang sudah Anda pastikan memakai nama {called}. Yang hanya akan Anda terima dari {name}, jangan terima dari perangkat ini.',
  unknown: 'Orang ini tidak ada di sini, dan Anda tidak mengenalnya.',

  between: 'Percakapan',
  nothingYet: 'Belum ada yang dikirim di antara Anda berdua.',
  earlier: { other: 'Tampilkan # sebelumnya' },
  saveAllNamed: 'Simpan semua: {name}',
  fromYou: 'Anda mengirim',
  fromThem: 'Orang itu mengirim',

  forgetSent: 'Hapus daftar yang Anda kirim',
  forgetSentHelp:
    'Selama sebulan perangkat ini mengingat yang Anda kirim ke orang ini: nama, ukuran, dan waktunya. Kiriman orang ini untuk Anda ada di “Diterima”.',
  forgetSentAsk: 'Hapus daftar ini? Tidak bisa diurungkan. Yang Anda terima tetap ada.',

  forgetMessages: 'Hapus semua pesan dengan {name}',
  forgetMessagesAsk:
    'Pesan dengan {name} dan file di dalamnya dihapus dari perangkat ini. Yang belum Anda simpan, dan yang belum diterima router mana pun, hilang. Milik {name} tetap ada.',
  messagesStay:
    'Tidak semuanya bisa dihapus: browser ini menolak. Tutup halaman ini, buka lagi, lalu coba sekali lagi.',

  more: 'Lainnya tentang orang ini',
  notHere: '{name} sekarang tidak di sini.',
  notHereHelp:
    'Jika orang ini menyambung ke Wi-Fi ini dan membuka halaman ini, ia muncul lagi. Yang belum selesai lalu berlanjut sendiri.',

  rename: 'Ubah nama',
  renameLabel: 'Panggilan dari Anda',
  renameHint: 'Hanya Anda yang melihat nama ini.',
  forget: 'Lupakan',
  forgetAsk:
    'Setelah itu {name} menjadi orang baru lagi bagi Anda. Pesan dengan {name} dan file di dalamnya dihapus dari perangkat ini. Yang ada di “Diterima” tetap ada. Agar dikenal lagi, pastikan orangnya sekali lagi.',
  block: 'Blokir',
  unblock: 'Buka blokir',
  unblockNamed: 'Buka blokir {name}',
  blockedHelp:
    'Kirimannya tidak sampai kepada Anda, dan Anda tidak bisa mengirim kepadanya. Untuk mengirim, buka blokirnya dulu.',
  no: 'Kembali',

  unasked: 'Terima otomatis',
  unaskedHelp: {
    other:
      'Jika lebih besar, atau lebih dari # file, Anda tetap ditanya seperti biasa. Dalam sehari, yang diterima dengan cara ini paling banyak sepuluh kali lipatnya.',
  },
  unaskedRoom:
    'Browser ini tidak memberi tahu sisa ruang, jadi Anda juga ditanya jika kirimannya lebih besar dari {size}.',
  never: 'Tidak pernah',
  upTo: 'Sampai {size}',
};

export const blocking: BlockingWords = {
  ask: 'Setelah itu tidak ada kiriman {name} yang sampai kepada Anda, dan yang sedang berjalan di antara Anda berdua berhenti. Orang itu tidak diberi tahu: baginya, Anda tampak sedang pergi. Blokir bisa dibuka lagi kapan saja.',
  yes: 'Blokir',
  no: 'Kembali',
};

export const notKept =
  'Browser ini tidak bisa menyimpan semua tentang orang yang dikenal dan diblokir. Jika Anda menutup atau memuat ulang halaman ini, semuanya hilang.';
