/**
 * What a person cannot read on a page because there is no room for it. Runs in the page.
 */

/**
 * One line for each place. `words`: those of the page's language, which may not be broken, while what people have named may
 * be; none for a language whose lines break between any two letters.
 */
export function cutOff(words: readonly string[]): readonly string[] {
  const SLACK = 1.5; // px; sizes are rounded, and letters stand out of their boxes a little
  const TOO_WIDE = 0.6; // of the screen: with letters of twice the size some words are wider than the card they stand on
  const own = new Set(words);
  const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
  const found = new Set<string>();
  const say = (what: string, element: Element, text = element.textContent ?? '') =>
    found.add(`${what}: ${element.tagName.toLowerCase()}.${element.className} "${text.trim().slice(0, 60)}"`);

  /** Meant for ears alone, or not drawn at all. */
  const isUnseen = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect();
      if (width <= 1 || height <= 1) return true;
    }
    return element.closest('rt') !== null;
  };
  /** What can be brought into sight. */
  const scrolls = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowX + overflowY)) return true;
    }
    return false;
  };
  /** How many lines it stands on, and how wide it is on one. */
  const sizesOf = (node: Text, from: number, to: number): { readonly lines: number; readonly width: number } => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const tops: number[] = [];
    let whole = 0;
    for (const { top, width } of range.getClientRects()) {
      whole += width;
      if (width > 0 && !tops.some((other) => Math.abs(other - top) < 4)) tops.push(top);
    }
    return { lines: tops.length, width: whole };
  };

  if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (isUnseen(element) || element.closest('svg') !== null) continue;
    const style = getComputedStyle(element);
    const cutsX = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + SLACK;
    const cutsY = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + SLACK;
    // A name of any length is cut by the number of lines where the whole stands elsewhere; in letters of the usual size it fits.
    if (style.webkitLineClamp !== 'none' && parseFloat(getComputedStyle(document.documentElement).fontSize) > 16)
      continue;
    if ((cutsX || cutsY) && element.textContent !== '') say(cutsX ? 'cut at the side' : 'cut below', element);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const element = node.parentElement;
    if (element === null || node.data.trim() === '' || isUnseen(element)) continue;
    if (element.closest('svg, option, textarea, style, script') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    if ((left < -SLACK || right > innerWidth + SLACK) && !scrolls(element))
      say('beside the screen', element, node.data);
    for (const { segment: word, index } of segmenter.segment(node.data))
      if (own.has(word) && element.closest('.name') === null) {
        const { lines, width } = sizesOf(node, index, index + word.length);
        if (lines > 1 && width < innerWidth * TOO_WIDE) say(`"${word}" is broken`, element, node.data);
      }
    const letters = [...node.data.trim()].length;
    if (letters >= 4 && sizesOf(node, 0, node.data.length).lines > letters / 2)
      say('in a column of letters', element, node.data);
  }
  return [...found];
}
