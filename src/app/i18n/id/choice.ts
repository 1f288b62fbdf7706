import type { ChoiceWords } from '../words/choice.ts';

export const choice: ChoiceWords = {
  unreadable: {
    other: '# file tidak bisa dibaca dan tidak ikut dikirim (sudah tidak ada, atau tidak boleh dibaca): {names}',
  },
  nameTooLong: { other: '# file tidak ikut dikirim karena namanya terlalu panjang: {names}' },
  emptyFolders: { other: '# folder kosong tidak bisa dikirim, jadi tidak ikut: {names}' },
  withoutContent: { other: '# file tidak ada isinya (0 byte): {names}' },
  tooMuch: '{count} terlalu banyak sekaligus: paling banyak {most}. Pilih sebagian dulu, sisanya sesudah itu.',
  namesTooMuch:
    'Nama-nama file ini, jika digabung, terlalu panjang untuk sekali kirim. Pilih sebagian dulu, sisanya sesudah itu.',
  nothingThere: 'Tidak ada file yang ditemukan di sana.',
  count: {
    photos: { other: '# foto' },
    videos: { other: '# video' },
    media: { other: '# foto dan video' },
  },
  dated: '{files} ({days})',
  span: '{from} – {to}',
  firstAndMore: { other: '{name} dan # lainnya' },
  onlyFiles: 'Folder kosong dan tautan di dalam folder tidak dikirim.',
  tray: 'Siap dikirim',
  trayLeaving: 'Segera dikirim',
  remove: 'Keluarkan {name}',
  removeAll: 'Keluarkan semua',
  lookAtFiles: 'Lihat file',
  trayDone: 'Selesai',
  everybody: 'Semua orang',
  allOf: 'Semua di {place}',
  selected: { other: '# perangkat dipilih' },
  send: 'Kirim',
  undo: 'Urungkan',
  sendNow: 'Kirim sekarang',
  leavesIn: 'dikirim dalam {time}',
  leftNow: 'Sudah tidak di sini: {names}.',

  sayDeparting: '{files} untuk {names}, dikirim dalam {time}. Tekan tombol Esc untuk mengurungkan.',
  madeOfText: 'Teks Anda sekarang menjadi file {name}.',
  namesAndMore: { other: '{names} dan # lainnya' },
  toPeople: { other: 'untuk # orang: {names}' },
  addNote: 'Tambah pesan',
  note: 'Pesan yang ikut dikirim',

  nameLabel: 'Nama Anda',
  nameHint: 'Orang lain menemukan Anda dengan nama ini.',
  nameSave: 'Simpan nama',
  nameBack: 'Kembali',

  missed: 'Tidak ada yang dikirim ke {names}: sudah tidak di sini.',
  moreDevices: { other: '# perangkat lain terjangkau tetapi tidak ditampilkan: daftarnya penuh.' },
  shareLost: 'Yang Anda bagikan tidak bisa disimpan di perangkat ini. Pilihlah file di sini.',
};
