import assert from "node:assert/strict";
import { BOX, layout } from "../../client/network/page/layout";
import { network } from "../../server/features/views/network";
import { placesOf } from "../../server/features/views/noteOutline";
import { noteOf, real } from "../example";

const of = (entities: Iterable<number>, most = 300) => {
  const { nodes, edges } = network(real(), entities, most);
  return { nodes: nodes.map((node) => ({ ...node })), edges: edges.map((edge) => ({ ...edge, sources: [...edge.sources] })) };
};
const everything = () => Array.from({ length: real().recordCount }, (_, entity) => entity);

describe("the layout of a network", () => {
  it("keeps 300 boxes apart", () => {
    const places = [...layout(of(everything())).values()];
    assert.equal(places.length, 300);
    const overlap = (a: { x: number; y: number }, b: { x: number; y: number }) =>
      Math.abs(a.x - b.x) < BOX.width && Math.abs(a.y - b.y) < BOX.height;
    assert.deepEqual(
      places.filter((a, i) => places.slice(0, i).some((b) => overlap(a, b))),
      [],
    );
  });

  it("is the same for the same network", () => {
    const one = of(everything(), 40);
    assert.deepEqual([...layout(one)], [...layout(of(everything(), 40))]);
  });

  it("has drugs to the left of targets, and processes to the right", () => {
    const drawn = of(placesOf(real(), noteOf("Bevacizumab, sunitinib and VEGF-A, KIT in angiogenesis; anti-VEGF therapy.")).keys());
    const places = layout(drawn);
    const middle = (kind: string) => {
      const xs = drawn.nodes.filter((node) => node.kind === kind).map(({ id }) => places.get(id)!.x);
      return xs.reduce((sum, x) => sum + x, 0) / xs.length;
    };
    assert.ok(middle("strategy") < middle("drug") && middle("drug") < middle("target") && middle("target") < middle("process"));
  });

  it("fits the shape of its picture", () => {
    const drawn = of(
      placesOf(real(), noteOf("Bevacizumab, sunitinib, sorafenib, marimastat, VEGF-A, KIT, RET, MMP-2, MMP-9, CDH1 in EMT.")).keys(),
    );
    const extent = (width: number, height: number) => {
      const places = [...layout(drawn, { width, height }).values()];
      const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
      return [Math.max(...xs) - Math.min(...xs) + BOX.width, Math.max(...ys) - Math.min(...ys) + BOX.height] as const;
    };
    for (const [width, height] of [
      [460, 760],
      [900, 1600],
      [800, 600],
      [1600, 500],
    ] as const) {
      const [wide, high] = extent(width, height);
      assert.ok(Math.min(width / wide, height / high) > 0.7, `${wide} × ${high} in ${width} × ${height}`);
    }
  });

  it("takes one node, and none", () => {
    assert.equal(layout(of([real().find("drug:salinomycin")!])).size, 1);
    assert.equal(layout({ nodes: [], edges: [] }).size, 0);
  });
});
