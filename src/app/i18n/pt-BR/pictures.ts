/** The names of the pictures of `mark.ts`, in their order. Short, and unlike each other when shouted. */
export const pictures: readonly string[] =
  'cachorro, gato, camundongo, coelho, urso, panda, tigre, vaca, coala, sapo, galinha, pinguim, cavalo, abelha, caracol, joaninha, tartaruga, cobra, polvo, peixe, baleia, elefante, camelo, carneiro, jacaré, concha, árvore, cacto, tulipa, girassol, cogumelo, maçã, biscoito, uvas, melancia, morango, cerejas, milho, abacaxi, pão de forma, onigiri, bolo, lua, presente, arco-íris, guarda-chuva, carro, bicicleta, navio, foguete, futebol, balão, guitarra, trompete, sino, relógio, óculos, tênis, chapéu, camisa, casa, câmera, martelo, limão'.split(
    ', ',
  );
