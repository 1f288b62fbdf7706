/** Friendly names for devices whose owner has not chosen one: easy to say across a room, hard to confuse. */

type Words = { readonly first: readonly string[]; readonly second: readonly string[]; readonly between: string };

const ENGLISH: Words = {
  first:
    'Blue Brave Bright Calm Cheerful Golden Green Happy Kind Lucky Orange Pink Purple Quick Red Silver Smiling Sunny Tiny White'.split(
      ' ',
    ),
  second:
    'Bear Cat Crane Deer Dog Duck Fish Fox Frog Hare Horse Koala Mouse Otter Owl Panda Robin Seal Swan Turtle'.split(
      ' ',
    ),
  between: ' ',
};

const JAPANESE: Words = {
  first:
    'あおい あかい あかるい きいろい げんきな しろい ちいさな のんびり はやい ふわふわ まるい みどりの やさしい ゆかいな わらう きらきら にこにこ ぴかぴか もこもこ おおきな'.split(
      ' ',
    ),
  second:
    'あひる うさぎ うま かえる かめ きつね くま こあら さる しか すずめ たぬき つる ねこ ねずみ ぱんだ ふくろう りす らっこ いぬ'.split(
      ' ',
    ),
  between: '',
};

/** A random name in the person's language. */
export function friendlyName(language: string, random: () => number = Math.random): string {
  const { first, second, between } = language.startsWith('ja') ? JAPANESE : ENGLISH;
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  return pick(first) + between + pick(second);
}
