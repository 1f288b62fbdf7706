/** The names of the pictures of `mark.ts`, in their order. Short, and unlike each other when shouted. */
export const pictures: readonly string[] =
  'dog, cat, mouse, rabbit, bear, panda, tiger, cow, koala, frog, chicken, penguin, horse, bee, snail, ladybird, turtle, snake, octopus, fish, whale, elephant, camel, sheep, crocodile, shell, tree, cactus, tulip, sunflower, mushroom, apple, cookie, grapes, melon, strawberry, cherries, corn, pineapple, bread, rice ball, cake, moon, gift, rainbow, umbrella, car, bicycle, ship, rocket, football, balloon, guitar, trumpet, bell, clock, glasses, shoe, hat, shirt, house, camera, hammer, lemon'.split(
    ', ',
  );
