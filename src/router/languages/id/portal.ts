/** Indonesian: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Buka alamat ini di Safari atau Chrome',
  why: 'Wi-Fi ini tidak punya Internet. Di sini Anda bisa saling mengirim foto dan file dengan orang di dekat Anda.',
  notHere: 'Tidak bisa dipakai di jendela kecil ini.',
  agree: 'Mengerti',
  apple: 'iPhone: ketuk “Selesai” di kanan atas',
  android: 'Android: jika muncul “tidak ada Internet”, pilih “Ya”',
  open: 'Buka Safari atau Chrome, lalu ketik alamatnya',
  next: 'Tutup jendela ini, lalu buka Safari atau Chrome',
  enter: 'Buka',
  otherName:
    'Router ini tidak memakai nama yang baru saja Anda buka. Pakailah alamat di atas. (Untuk pengelola: agar nama ini bisa dipakai, beri tahu router dengan {option}.)',
  short:
    'Buka alamat ini di Safari atau Chrome. Di sini tidak ada Internet, tetapi Anda bisa mengirim file ke orang di dekat Anda.',
};
