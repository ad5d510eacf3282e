/** Draws the network as SVG: a shape for each kind, arrows between them. */
import type { Network, NetworkNode } from "../../../server/protocol";
import type { Box, Point } from "./fit";
import { linesOf } from "./labels";
import { BOX, layout } from "./layout";
import { describe, spokenOf } from "./list";
import { t } from "./texts";
import { type Line, placeVerbs } from "./verbs";

const SVG = "http://www.w3.org/2000/svg";
/** Where the lines of a label and the one of its kind stand below the middle of a box, in pixels: for one line of a label, and for two. */
const LINES = [
  [-2, 12],
  [-8, 3, 13],
];
/** How far the line that verbs are written on is below their middle, in pixels. */
const BASELINE = 4;

/** An element with attributes and a text. */
export function svg(name: string, attributes: Readonly<Record<string, string | number>> = {}, text = ""): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}

/** A drawn edge. */
export interface DrawnEdge extends Line {
  readonly from: string;
  readonly to: string;
  readonly path: SVGElement;
  readonly label: SVGElement;
}

/** A drawn network. */
export interface Drawing {
  /** What is moved and scaled. */
  readonly scene: SVGElement;
  readonly nodes: ReadonlyMap<string, SVGElement>;
  readonly edges: readonly DrawnEdge[];
  readonly places: ReadonlyMap<string, Point>;
  /** The box that holds all. */
  readonly box: Box;
}

/** Draws a network; nothing is selected in it. @param picture what it is to be shown in */
export function draw(network: Network, picture: { readonly width: number; readonly height: number }): Drawing {
  const places = layout(network, picture);
  const scene = svg("g");
  // the list says in sentences what the edges do
  const lines = svg("g", { "aria-hidden": "true" });
  const labels = svg("g", { "aria-hidden": "true" });
  const shapes = svg("g");
  scene.append(lines, shapes, labels);
  const named = new Map(network.nodes.map((node) => [node.id, node]));
  const edges = network.edges.map(({ from, to, verb, variant, sources }) => {
    const [a, b] = [places.get(from)!, places.get(to)!];
    const [start, end] = [border(a, b), border(b, a)];
    const path = svg("path", { class: "edge", d: `M${start.x} ${start.y}L${end.x} ${end.y}`, "marker-end": "url(#arrow)" });
    path.append(
      svg("title", {}, `${named.get(from)!.label} ${verb} ${named.get(to)!.label}${variant ? ` ${variant}` : ""} (${sources.join("; ")})`),
    );
    lines.append(path);
    const label = svg("text", { class: "verb" }, verb);
    labels.append(label);
    return { from, to, path, label, start, end, verb };
  });
  const nodes = new Map(network.nodes.map((node) => [node.id, nodeAt(node, places.get(node.id)!)]));
  shapes.append(...nodes.values());
  const [xs, ys] = [[...places.values()].map(({ x }) => x), [...places.values()].map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - BOX.width / 2, Math.min(...ys) - BOX.height / 2];
  const box = { x, y, width: Math.max(...xs) + BOX.width / 2 - x, height: Math.max(...ys) + BOX.height / 2 - y };
  return { scene, nodes, edges, places, box };
}

/** Writes the verbs of some edges beside one another, and leaves boxes free, above all those at their ends. */
export function writeVerbs(edges: readonly DrawnEdge[], { places }: Drawing): void {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const [own, others]: [Box[], Box[]] = [[], []];
  for (const [id, { x, y }] of places) (ends.has(id) ? own : others).push({ ...BOX, x: x - BOX.width / 2, y: y - BOX.height / 2 });
  for (const [i, { x, y }] of placeVerbs(edges, own, others).entries()) {
    edges[i]!.label.setAttribute("x", String(Math.round(x)));
    edges[i]!.label.setAttribute("y", String(Math.round(y) + BASELINE));
  }
}

function nodeAt(node: NetworkNode, { x, y }: Point): SVGElement {
  const group = svg("g", {
    class: `node ${node.kind}${node.isNamed ? "" : " added"}`,
    transform: `translate(${x} ${y})`,
    role: "button",
    tabindex: -1,
    "aria-label": spokenOf(node) + (node.isNamed ? "" : t(", not named in the notes")),
    "data-id": node.id,
  });
  const lines = linesOf(node.label);
  const more = describe(node) + (node.isNamed ? "" : t(", not named"));
  const places = LINES[lines.length - 1]!;
  group.append(
    svg("title", {}, spokenOf(node)),
    ...shapeOf(node.kind),
    ...lines.map((line, i) => svg("text", { class: lines.length > 1 ? "label long" : "label", y: places[i]! }, line)),
    svg("text", { class: "more", y: places.at(-1)! }, more.length > 30 ? `${more.slice(0, 29)}…` : more),
  );
  return group;
}

/** The outline of each kind, around the middle of its box: told apart without colour. */
export function shapeOf(kind: string): SVGElement[] {
  const [w, h] = [BOX.width / 2, BOX.height / 2];
  const rectangle = (inset: number, round: number) =>
    svg("rect", { class: "shape", x: inset - w, y: inset - h, width: 2 * (w - inset), height: 2 * (h - inset), rx: round });
  const polygon = (...points: number[][]) => svg("polygon", { class: "shape", points: points.map((point) => point.join(",")).join(" ") });
  switch (kind) {
    case "drug":
      return [rectangle(0, h)];
    case "family":
      return [rectangle(0, 0), rectangle(3, 0)];
    case "complex":
      return [polygon([-w, 0], [10 - w, -h], [w - 10, -h], [w, 0], [w - 10, h], [10 - w, h])];
    case "pathway":
      return [polygon([10 - w, -h], [w, -h], [w - 10, h], [-w, h])];
    case "process":
      return [svg("ellipse", { class: "shape", rx: w, ry: h })];
    case "strategy":
    case "nanoplatform":
      return [polygon([-w, -h], [w - 12, -h], [w, 0], [w - 12, h], [-w, h])];
    default:
      return [rectangle(0, 0)];
  }
}

/** Where the line from one box's middle to another's leaves the box. */
function border(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const scale = Math.min(BOX.width / 2 / Math.abs(dx || 1e-9), BOX.height / 2 / Math.abs(dy || 1e-9), 1);
  return { x: Math.round(from.x + dx * scale), y: Math.round(from.y + dy * scale) };
}
