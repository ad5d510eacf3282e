/** Where the verbs of a selected node's edges stand: each on its edge, and none over another or over a box if there is room. */
import type { Box, Point } from "./fit";

/** An edge as it is drawn, with its verb. */
export interface Line {
  readonly start: Point;
  readonly end: Point;
  readonly verb: string;
}

/** Width of a letter and height of a line of verbs, in the picture's pixels; generously, since fonts differ. */
const [LETTER, LINE] = [6.4, 14];
/** How far along an edge its verb may stand: in the middle, else as near to it as there is room. */
const PLACES = Array.from({ length: 23 }, (_, i) => 0.5 + (i % 2 === 0 ? 0.02 : -0.02) * (i + (i % 2)));
/** By how much it is worse to cover what belongs to the selected node than to cover another box, which is dimmed. */
const OWN = 10;

/**
 * Places verbs, one by one.
 * @param own the boxes at the ends of the lines, which verbs leave free as well
 * @param others all other boxes, between which most verbs find room
 * @returns the middle of each verb, in the lines' order; where there is no room, the place where it covers least
 */
export function placeVerbs(lines: readonly Line[], own: readonly Box[], others: readonly Box[] = []): Point[] {
  const taken = [...own];
  const common = (box: Box, boxes: readonly Box[]) => boxes.reduce((sum, other) => sum + overlap(box, other), 0);
  return lines.map(({ start, end, verb }) => {
    const width = verb.length * LETTER;
    let best: { at: Point; box: Box; covered: number } | undefined;
    for (const part of PLACES) {
      const at = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
      const box = { x: at.x - width / 2, y: at.y - LINE / 2, width, height: LINE };
      const covered = OWN * common(box, taken) + common(box, others);
      if (!best || covered < best.covered) best = { at, box, covered };
      if (covered === 0) break;
    }
    taken.push(best!.box);
    return best!.at;
  });
}

/** The area that two boxes have in common. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
