/** Where the nodes stand: bands from strategies to processes, and in them wherever the edges pull, by d3-force. Always the same for the same network. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Network } from "../../../server/protocol";

/** Size of a node's box in the picture, in pixels. */
export const BOX = { width: 156, height: 38 };
/** Free space around a box, in pixels. */
const GAP = 12;
/** The simulation runs in a space that is squeezed from left to right, so that a box is a circle there. */
const SQUEEZE = (BOX.width + GAP) / (BOX.height + GAP);
const RADIUS = (BOX.height + GAP) / 2;
/** How often positions are mended. */
const TICKS = 220;
/** How often boxes that still overlap are moved apart, at most. */
const PARTINGS = 2000;
/** Free space between bands, in boxes. */
const BETWEEN = 1;

/** From left to right. */
const BANDS: readonly (readonly string[])[] = [
  ["strategy", "nanoplatform"],
  ["drug"],
  ["target", "family", "complex"],
  ["pathway"],
  ["process"],
];

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly band: number;
}

/** The middle of each node's box, by its id. */
export function layout({ nodes, edges }: Pick<Network, "nodes" | "edges">): Map<string, { x: number; y: number }> {
  const bandOf = (kind: string) =>
    Math.max(
      0,
      BANDS.findIndex((kinds) => kinds.includes(kind)),
    );
  const used = BANDS.map((_, band) => nodes.filter(({ kind }) => bandOf(kind) === band).length);
  // a band is as many boxes wide as makes it three times as high as wide on the screen
  const columns = used.map((count) => Math.ceil(Math.sqrt((count * SQUEEZE) / 9) / SQUEEZE + (count > 0 ? 0.5 : 0)));
  const middles: number[] = [];
  let left = 0;
  for (const wide of columns) {
    middles.push(left + wide * RADIUS);
    left += (wide + (wide > 0 ? BETWEEN : 0)) * 2 * RADIUS;
  }
  const placed = new Array<number>(BANDS.length).fill(0);
  const bodies = nodes.map(({ id, kind }): Body => {
    const band = bandOf(kind);
    const turn = placed[band]!++;
    return { id, band, x: middles[band]! + ((turn % 3) - 1), y: (turn - used[band]! / 2) * RADIUS };
  });
  const links = edges.map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(bodies)
    .force("bands", forceX<Body>(({ band }) => middles[band]!).strength(0.5))
    .force("middle", forceY<Body>(0).strength(0.04))
    .force(
      "apart",
      forceManyBody<Body>()
        .strength(-RADIUS * 1.5)
        .distanceMax(RADIUS * 12),
    )
    .force(
      "edges",
      forceLink<Body, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(RADIUS * 3)
        .strength(0.08),
    )
    .force("collide", forceCollide<Body>(RADIUS).iterations(1))
    .stop()
    .tick(TICKS);
  const places = bodies.map(({ x, y }) => ({ x: x! * SQUEEZE, y: y! }));
  part(places);
  return new Map(bodies.map(({ id }, i) => [id, { x: Math.round(places[i]!.x), y: Math.round(places[i]!.y) }]));
}

/** Moves boxes that overlap apart, each pair by the shorter way, until none does: a circle of the simulation is no box. */
function part(places: ReadonlyArray<{ x: number; y: number }>): void {
  for (let turn = 0, isMoved = true; isMoved && turn < PARTINGS; turn++) {
    isMoved = false;
    for (let i = 1; i < places.length; i++)
      for (let k = 0; k < i; k++) {
        const [a, b] = [places[i]!, places[k]!];
        const [dx, dy] = [a.x - b.x, a.y - b.y];
        const [across, down] = [BOX.width + GAP - Math.abs(dx), BOX.height + GAP - Math.abs(dy)];
        if (across <= 0 || down <= 0) continue;
        isMoved = true;
        const [x, y] = across < down * 2 ? [((dx < 0 ? -1 : 1) * (across + 1)) / 2, 0] : [0, ((dy < 0 ? -1 : 1) * (down + 1)) / 2];
        a.x += x;
        a.y += y;
        b.x -= x;
        b.y -= y;
      }
  }
}
