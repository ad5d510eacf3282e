/**
 * Where the nodes stand: bands from strategies to processes, side by side or one below the other and of as many lines as show all of
 * it largest in the picture; the order in a band is where the edges pull, by d3-force. Always the same for the same network and picture.
 */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Network } from "../../../server/protocol";
import type { Size } from "./fit";

/** Size of a node's box in the picture, in pixels. */
export const BOX = { width: 156, height: 38 };
/** The smallest scale at which labels can be read. */
export const READABLE = 0.7;
/** Free space around a box, in pixels. */
const GAP = 12;
const [WIDE, HIGH] = [BOX.width + GAP, BOX.height + GAP];
/** A box is a circle for the simulation. */
const RADIUS = HIGH / 2;
/** How often positions are mended. */
const TICKS = 220;

/** In the order in which one leads to the next. */
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

/** The middle of each node's box, by its id. @param picture what it is to be shown in */
export function layout(
  { nodes, edges }: Pick<Network, "nodes" | "edges">,
  picture: Size = { width: 1200, height: 800 },
): Map<string, { x: number; y: number }> {
  const bandOf = (kind: string) =>
    Math.max(
      0,
      BANDS.findIndex((kinds) => kinds.includes(kind)),
    );
  const bodies = nodes.map(({ id, kind }): Body => ({ id, band: bandOf(kind) }));
  const bands = BANDS.map((_, band) => bodies.filter((body) => body.band === band)).filter(({ length }) => length > 0);
  const counts = bands.map(({ length }) => length);
  pull(bands, edges);
  const [across, down] = [arranged(counts, ACROSS, picture), arranged(counts, DOWN, picture)];
  const isAcross = across.scale >= Math.min(down.scale, READABLE);
  const { along, aside, between } = isAcross ? ACROSS : DOWN;
  const { lines } = isAcross ? across : down;
  const places = new Map<string, { x: number; y: number }>();
  let from = 0;
  for (const [band, members] of bands.entries()) {
    members.sort((a, b) => a.y! - b.y!);
    const most = lines[band]!;
    const last = Math.ceil(members.length / most) - 1;
    for (const [i, { id }] of members.entries()) {
      const [place, line] = [Math.floor(i / most), i % most];
      // half a box aside in each other line: what leads to it goes between the boxes before it
      const [forth, off] = [Math.round(from + (line + 0.5) * along), Math.round((place - last / 2 + (line % 2) / 2) * aside)];
      places.set(id, along === WIDE ? { x: forth, y: off } : { x: off, y: forth });
    }
    from += most * along + between;
  }
  return places;
}

/** Bands side by side, from left to right, or one below the other: how much room a box takes in their direction and aside, and what is free between bands. */
const ACROSS = { along: WIDE, aside: HIGH, between: WIDE * 0.7 };
const DOWN = { along: HIGH, aside: WIDE, between: HIGH };

/** How many lines of boxes each band has so that all of them are shown largest, and how large that is. */
function arranged(counts: readonly number[], { along, aside, between }: typeof ACROSS, picture: Size): { lines: number[]; scale: number } {
  const [length, breadth] = along === WIDE ? [picture.width, picture.height] : [picture.height, picture.width];
  let best: { lines: number[]; scale: number } = { lines: [], scale: 0 };
  for (let most = 1; most <= Math.max(...counts); most++) {
    const lines = counts.map((count) => Math.ceil(count / most));
    const all = lines.reduce((sum, count) => sum + count * along + between, -between);
    const scale = Math.min(length / all, breadth / ((most + 0.5) * aside));
    if (scale > best.scale) best = { lines, scale };
  }
  return best;
}

/** Moves the bodies of all bands to where their edges pull them. */
function pull(bands: readonly Body[][], edges: Network["edges"]): void {
  const bodies = bands.flatMap((members, band) =>
    members.map((body, i) => {
      body.x = band * RADIUS * 4 + ((i % 3) - 1);
      body.y = (i - members.length / 2) * RADIUS;
      return body;
    }),
  );
  const places = new Map(bodies.map((body) => [body, body.x!]));
  forceSimulation(bodies)
    .force("bands", forceX<Body>((body) => places.get(body)!).strength(0.5))
    .force("middle", forceY<Body>(0).strength(0.04))
    .force(
      "apart",
      forceManyBody<Body>()
        .strength(-RADIUS * 1.5)
        .distanceMax(RADIUS * 12),
    )
    .force(
      "edges",
      forceLink<Body, { source: string; target: string }>(edges.map(({ from, to }) => ({ source: from, target: to })))
        .id(({ id }) => id)
        .distance(RADIUS * 3)
        .strength(0.08),
    )
    .force("collide", forceCollide<Body>(RADIUS).iterations(1))
    .stop()
    .tick(TICKS);
}
