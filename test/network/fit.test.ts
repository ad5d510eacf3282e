/** How a picture is put into its frame. */
import assert from "node:assert/strict";
import { bestConnected, placed } from "../../client/network/page/fit";

const FRAME = { width: 400, height: 300 };

describe("a picture in its frame", () => {
  it("is shown whole and in the middle where its labels can be read so", () =>
    assert.deepEqual(placed(FRAME, { x: -100, y: -50, width: 200, height: 100 }, 0.7, { x: -90, y: 0 }), { scale: 1.2, x: 200, y: 150 }));

  it("is else as small as can be read, with its best connected node in the middle", () => {
    const { scale, x, y } = placed(FRAME, { x: 0, y: 0, width: 4000, height: 3000 }, 0.7, { x: 1000, y: 2000 });
    assert.deepEqual([scale, 1000 * scale + x, 2000 * scale + y], [0.7, 200, 150]);
  });

  it("has no empty space beside it where it goes on at the other side", () => {
    const box = { x: -50, y: 10, width: 4000, height: 3000 };
    const first = placed(FRAME, box, 0.5, { x: 0, y: 20 });
    assert.deepEqual([box.x * 0.5 + first.x, box.y * 0.5 + first.y], [16, 16]);
    const last = placed(FRAME, box, 0.5, { x: 3940, y: 3000 });
    assert.deepEqual([3950 * 0.5 + last.x, 3010 * 0.5 + last.y], [400 - 16, 300 - 16]);
  });

  it("is in the middle of the direction in which it is small", () => {
    const { x, y } = placed(FRAME, { x: 0, y: 0, width: 4000, height: 100 }, 1, { x: 2000, y: 90 });
    assert.deepEqual([x, y], [200 - 2000, 100]);
  });
});

it("the best connected node is the one with most edges, the first of several, and none where there is none", () => {
  const nodes = ["a", "b", "c", "d"].map((id) => ({ id, label: id, kind: "drug", isNamed: true }) as const);
  const edges = ["ab", "cb", "cd", "ac"].map((pair) => ({ from: pair[0]!, to: pair[1]!, verb: "", sources: [] }));
  assert.equal(bestConnected({ nodes, edges }), "c");
  assert.equal(bestConnected({ nodes, edges: edges.slice(0, 3) }), "b");
  assert.equal(bestConnected({ nodes, edges: [] }), "a");
  assert.equal(bestConnected({ nodes: [], edges: [] }), undefined);
});
