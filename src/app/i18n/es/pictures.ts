/** The names of the pictures of `mark.ts`, in their order. Short, and unlike each other when shouted. */
export const pictures: readonly string[] =
  'perro, gato, ratón, conejo, oso, panda, tigre, vaca, koala, rana, gallina, pingüino, caballo, abeja, caracol, escarabajo, tortuga, serpiente, pulpo, pez, ballena, elefante, camello, oveja, cocodrilo, concha de mar, árbol, cactus, tulipán, girasol, hongo, manzana, galleta, uvas, sandía, fresa, cerezas, maíz, piña, pan de molde, bola de arroz, pastel, luna, regalo, arcoíris, paraguas, auto, bicicleta, barco, cohete, fútbol, globo, guitarra, trompeta, campana, reloj, lentes, zapato, sombrero, camisa, casa, cámara, martillo, limón'.split(
    ', ',
  );
