/** The page of the view *Network*: picture, list and keys. What it shows the extension sends; it asks nobody else. */
import type { Network, NetworkNode } from "../../../server/protocol";
import { messageOf } from "../../messageOf";
import { kindWord } from "../../views/words";
import type { Said, Shown } from "../messages";
import { type Drawing, draw, shapeOf, svg, writeVerbs } from "./draw";
import { bestConnected, type Size } from "./fit";
import { detailsOf, GROUPS, html, isFound, listOf } from "./list";
import { pngFile, svgFile } from "./pictures";
import { t } from "./texts";
import { View, ZOOM_STEP } from "./view";

declare function acquireVsCodeApi(): { postMessage(message: Said): void };

const extension = acquireVsCodeApi();
const say = (message: Said): void => extension.postMessage(message);
const byId = <T extends Element>(id: string): T => document.getElementById(id) as unknown as T;
const picture = byId<SVGSVGElement>("picture");
const details = byId<HTMLElement>("details");
const list = byId<HTMLElement>("list");
const find = byId<HTMLInputElement>("find");
const view = new View(picture);

/** The buttons that do something with the picture. */
const ON_PICTURE = ["fit", "in", "out", "svg", "png"];
/** With more edges than this they are drawn fainter, until a node is selected. */
const DENSE = 150;

let title = "";
let network: Network = { nodes: [], edges: [], left: 0 };
let drawing: Drawing | undefined;
/** The size of the frame when the picture was drawn. */
let drawnFor: Size = { width: 0, height: 0 };
let selected: string | undefined;

/** Tells screen readers what has changed; what there is now they read where it stands. */
const tell = (what: string): void => {
  byId("said").textContent = what;
};

addEventListener("message", ({ data }: MessageEvent<Shown>) => {
  if (data.type !== "network") return;
  // what is drawn anew keeps what was selected in it
  const kept = data.title === title ? selected : undefined;
  ({ title, network } = data);
  show();
  if (kept) select(kept);
});

function show(): void {
  const { nodes, edges, left } = network;
  selected = undefined;
  byId("title").textContent = title;
  const more = left > 0 ? t("; {0} more with fewer edges are left out", left) : "";
  const named = nodes.length === 1 ? t("1 node") : t("{0} nodes", nodes.length);
  byId("count").textContent = `${named}, ${edgesOf(edges.length)}${more}`;
  tell(`${title}: ${byId("count").textContent}`);
  picture.classList.toggle("dense", edges.length > DENSE);
  picture.classList.remove("selecting");
  byId("empty").toggleAttribute("hidden", nodes.length > 0);
  for (const id of ON_PICTURE) byId(id).toggleAttribute("disabled", nodes.length === 0);
  arrange();
  legend();
  details.replaceChildren();
  showList();
}

/** Draws the picture for the shape that its frame has now, with nothing selected. */
function arrange(): void {
  drawing?.scene.remove();
  drawnFor = { width: picture.clientWidth, height: picture.clientHeight };
  drawing = network.nodes.length > 0 ? draw(network, drawnFor) : undefined;
  if (drawing) {
    picture.append(drawing.scene);
    for (const [id, element] of drawing.nodes) {
      element.addEventListener("click", () => {
        select(id);
        say({ type: "place", id, stays: true });
      });
      element.addEventListener("focus", () => select(id));
    }
    const hub = bestConnected(network)!;
    // one stop for the Tab key; the arrow keys go on from there
    drawing.nodes.get(hub)!.setAttribute("tabindex", "0");
    view.show(drawing.scene, drawing.box, drawing.places.get(hub)!);
  }
}

/** Shows the whole picture, as large as the frame allows: in one that has another shape now it is arranged anew. */
function showAll(): void {
  const { clientWidth: width, clientHeight: height } = picture;
  if (width !== drawnFor.width || height !== drawnFor.height) {
    const [kept, hadFocus] = [selected, picture.contains(document.activeElement)];
    selected = undefined;
    arrange();
    showList();
    if (kept) select(kept);
    if (hadFocus) picture.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  }
  view.fit();
}

const edgesOf = (count: number): string => (count === 1 ? t("1 edge") : t("{0} edges", count));

function showList(): void {
  list.replaceChildren(...listOf(network, find.value, select));
  for (const node of network.nodes) drawing?.nodes.get(node.id)?.classList.toggle("unfound", !isFound(node, find.value));
}

/** A shape with its word for each kind that is shown. */
function legend(): void {
  const shown: ReadonlySet<string> = new Set(network.nodes.map(({ kind }) => kind));
  const items = GROUPS.flatMap(([kind]) => {
    if (!shown.has(kind)) return [];
    const sample = svg("svg", { viewBox: "-82 -22 164 44", width: 40, height: 12, class: `node ${kind}`, "aria-hidden": "true" });
    sample.append(...shapeOf(kind));
    const item = html("span");
    item.append(sample as unknown as Node, ` ${kindWord(kind, t)}`);
    return item;
  });
  byId("legend").replaceChildren(...items);
}

function select(id: string): void {
  const node = network.nodes.find((one) => one.id === id);
  if (!drawing || !node || selected === id) return;
  selected = id;
  picture.classList.add("selecting");
  const near = new Set([id]);
  const own = drawing.edges.filter(({ from, to }) => from === id || to === id);
  writeVerbs(own, drawing);
  for (const edge of drawing.edges) {
    const { from, to, path, label } = edge;
    const isNear = own.includes(edge);
    if (isNear) near.add(from).add(to);
    path.classList.toggle("near", isNear);
    label.classList.toggle("near", isNear);
  }
  for (const [other, element] of drawing.nodes) {
    element.classList.toggle("near", near.has(other));
    element.classList.toggle("selected", other === id);
    element.setAttribute("tabindex", other === id ? "0" : "-1");
    if (other === id) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }
  view.reveal(drawing.places.get(id)!);
  tell(t("{0} is selected, with {1}", node.label, edgesOf(own.length)));
  const wasInside = details.contains(document.activeElement);
  details.replaceChildren(...detailsOf(network, node, select, (what, of) => say({ type: what, id: of })));
  details.parentElement!.scrollTop = 0; // else what was clicked far down the list would say nothing that is seen
  // the name that led here is gone, and the keyboard's place with it
  if (wasInside) details.querySelector<HTMLElement>("h2")?.focus();
}

/** Scales the picture; what is selected in it stays in sight. */
function zoom(factor: number): void {
  view.zoom(factor);
  if (drawing && selected) view.reveal(drawing.places.get(selected)!);
}

function unselect(): void {
  if (selected) tell(t("nothing is selected"));
  selected = undefined;
  picture.classList.remove("selecting");
  for (const element of picture.querySelectorAll(".near, .selected")) {
    element.classList.remove("near", "selected");
    element.removeAttribute("aria-current");
  }
  details.replaceChildren();
}

/** The nearest node in a direction, those straight ahead before those aside. */
function neighbour(from: string, dx: number, dy: number): NetworkNode | undefined {
  const here = drawing!.places.get(from)!;
  let best: NetworkNode | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of network.nodes) {
    const place = drawing!.places.get(node.id)!;
    const [x, y] = [place.x - here.x, place.y - here.y];
    const [ahead, aside] = dx ? [x * dx, Math.abs(y) * 2] : [y * dy, Math.abs(x) / 2];
    if (ahead <= 4 || ahead + aside >= least) continue;
    least = ahead + aside;
    best = node;
  }
  return best;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

picture.addEventListener("keydown", (event) => {
  const id = (event.target as Element).getAttribute("data-id");
  const arrow = ARROWS[event.key];
  if (id && arrow) {
    const next = neighbour(id, ...arrow);
    if (next) drawing!.nodes.get(next.id)!.focus();
  } else if (id && (event.key === "Enter" || event.key === " ")) say({ type: "place", id });
  else if (id && event.key.toLowerCase() === "c" && !event.ctrlKey && !event.metaKey) say({ type: "card", id });
  else if (event.key === "Escape") unselect();
  else if (event.key === "+" || event.key === "=") zoom(ZOOM_STEP);
  else if (event.key === "-") zoom(1 / ZOOM_STEP);
  else if (event.key === "0") showAll();
  else return;
  event.preventDefault();
});
find.addEventListener("input", () => {
  showList();
  tell(t("{0} of {1} found", network.nodes.filter((node) => isFound(node, find.value)).length, network.nodes.length));
});

async function save(format: "svg" | "png"): Promise<void> {
  if (!drawing) return;
  try {
    const text = svgFile(picture, drawing, title);
    say({ type: "save", format, data: format === "svg" ? text : await pngFile(text) });
  } catch (error) {
    say({ type: "failed", what: t("The picture could not be saved as {0}: {1}", format.toUpperCase(), messageOf(error)) });
  }
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  fit: showAll,
  in: () => zoom(ZOOM_STEP),
  out: () => zoom(1 / ZOOM_STEP),
  refresh: () => say({ type: "refresh" }),
  svg: () => void save("svg"),
  png: () => void save("png"),
};
for (const [id, act] of Object.entries(ACTIONS)) byId(id).addEventListener("click", act);
say({ type: "ready" });
