/** The names of the pictures of `mark.ts`, in their order. Short, and unlike each other when shouted. */
export const pictures: readonly string[] =
  'anjing, kucing, tikus, kelinci, beruang, panda, harimau, sapi, koala, katak, ayam, penguin, kuda, lebah, siput, kepik, kura-kura, ular, gurita, ikan, paus, gajah, unta, domba, buaya, kerang, pohon, kaktus, tulip, bunga matahari, jamur, apel, kue kering, anggur, semangka, stroberi, ceri, jagung, nanas, roti, nasi kepal, kue tar, bulan, kado, pelangi, payung, mobil, sepeda, kapal, roket, bola, balon, gitar, terompet, lonceng, weker, kacamata, sepatu, topi, baju, rumah, kamera, palu, lemon'.split(
    ', ',
  );
