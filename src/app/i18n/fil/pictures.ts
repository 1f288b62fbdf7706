/** The names of the pictures of `mark.ts`, in their order. Short, and unlike each other when shouted. */
export const pictures: readonly string[] =
  'aso, pusa, daga, kuneho, bear, panda, tigre, baka, koala, palaka, manok, penguin, kabayo, bubuyog, kuhol, ladybug, pagong, ahas, pugita, isda, balyena, elepante, kamelyo, tupa, buwaya, kabibe, puno, kaktus, tulip, sunflower, mushroom, mansanas, biskwit, ubas, pakwan, strawberry, cherry, mais, pinya, tinapay, onigiri, cake, buwan, regalo, bahaghari, payong, kotse, bisikleta, barko, rocket, bola, lobo, gitara, trumpeta, kampana, orasan, salamin, sapatos, sombrero, damit, bahay, kamera, martilyo, lemon'.split(
    ', ',
  );
