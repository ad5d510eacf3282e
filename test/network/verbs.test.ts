/** Where the verbs stand beside a selected node. */
import assert from "node:assert/strict";
import { type Line, placeVerbs } from "../../client/network/page/verbs";

/** Edges from a node to others below one another, as a band stands beside it. */
const fan = (count: number, verb = "takes part in"): Line[] =>
  Array.from({ length: count }, (_, i) => ({ start: { x: 78, y: 0 }, end: { x: 320, y: (i - count / 2) * 25 }, verb }));

const width = ({ verb }: Line): number => verb.length * 6.4;

/** How many pairs of verbs stand over one another. */
function overlaps(lines: readonly Line[]): number {
  const places = placeVerbs(lines, []);
  return places.reduce((sum, a, i) => {
    const under = places.slice(0, i).filter((b, j) => {
      const room = (width(lines[i]!) + width(lines[j]!)) / 2;
      return Math.abs(a.x - b.x) < room - 0.01 && Math.abs(a.y - b.y) < 14 - 0.01;
    });
    return sum + under.length;
  }, 0);
}

describe("the verbs of a selected node", () => {
  it("stand in the middle of their edges where there is room", () => assert.deepEqual(placeVerbs(fan(1), []), [{ x: 199, y: -6.25 }]));
  it("do not stand over one another", () => {
    assert.equal(overlaps(fan(8)), 0);
    assert.equal(overlaps(fan(12, "inhibits")), 0);
  });
  it("are all there where there is no room, each on its edge", () => {
    const places = placeVerbs(fan(60), []);
    assert.equal(places.length, 60);
    for (const { x } of places) assert.ok(x > 78 && x < 320, String(x));
  });
  it("leave boxes free", () => {
    const [place] = placeVerbs(fan(1), [{ x: 150, y: -20, width: 100, height: 40 }]);
    assert.ok(place!.x < 150 - 40 || place!.x > 250 + 40, JSON.stringify(place));
  });
  it("leave other boxes free where a gap between them has room", () => {
    const edge: Line = { start: { x: 0, y: 0 }, end: { x: 0, y: 500 }, verb: "inhibits" };
    const row = (y: number) => ({ x: -78, y, width: 156, height: 44 });
    const rows = [20, 76, 132, 250, 306, 362, 418].map(row);
    const [place] = placeVerbs([edge], [], rows);
    assert.ok(place!.y - 7 >= 176 && place!.y + 7 <= 250, JSON.stringify(place));
  });
  it("rather cover a box that is dimmed than one of the selected node", () => {
    const edge: Line = { start: { x: 0, y: 0 }, end: { x: 300, y: 0 }, verb: "inhibits" };
    const own = { x: 0, y: -22, width: 200, height: 44 };
    const [place] = placeVerbs([edge], [own], [{ x: 200, y: -22, width: 100, height: 44 }]);
    assert.ok(place!.x - 25 >= 200, JSON.stringify(place));
  });
});
