/** The list beside the picture: everything in it, for the keyboard and for screen readers. */
import type { Network, NetworkEdge, NetworkNode } from "../../../server/protocol";
import { kindWord } from "../../views/words";
import { t } from "./texts";

/** The groups of nodes in the order of the list. */
export const GROUPS: ReadonlyArray<readonly [kind: NetworkNode["kind"], title: string]> = [
  ["drug", t("Drugs")],
  ["target", t("Targets")],
  ["family", t("Target families")],
  ["complex", t("Complexes")],
  ["strategy", t("Strategies")],
  ["nanoplatform", t("Carriers")],
  ["pathway", t("Pathways")],
  ["process", t("Processes")],
];

/** A node's kind in the user's language and, as the record has it, what became of it. */
export const describe = ({ kind, status }: NetworkNode): string => kindWord(kind, t) + (status ? `, ${status}` : "");
/** The same with when that was, and when somebody last looked. */
const describeInFull = ({ kind, detail }: NetworkNode): string => kindWord(kind, t) + (detail ? `, ${detail}` : "");

/** A node's name and all that is said of it: for screen readers, and to be searched. */
export const spokenOf = (node: NetworkNode): string => `${node.label}, ${describeInFull(node)}`;

/** Whether a node's name, kind or status holds a text. */
export const isFound = (node: NetworkNode, text: string): boolean => spokenOf(node).toLowerCase().includes(text.trim().toLowerCase());

/** An HTML element with a text and a class. */
export function html<K extends keyof HTMLElementTagNameMap>(name: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** Groups of buttons, one for each node that is found by the text; a sentence where none is. */
export function listOf({ nodes }: Network, text: string, select: (id: string) => void): HTMLElement[] {
  const found = nodes.filter((node) => isFound(node, text));
  if (found.length === 0 && nodes.length > 0) return [html("p", t("Nothing here has such a name, kind or status."))];
  return GROUPS.flatMap(([kind, title]) => {
    const own = found.filter((node) => node.kind === kind);
    if (own.length === 0) return [];
    own.sort((a, b) => a.label.localeCompare(b.label, "en"));
    const list = html("ul");
    for (const node of own) list.append(entry(nameButton(node, select)));
    return [html("h3", `${title} (${own.length})`), list];
  });
}

/** What is said of the selected node: a sentence for each edge, with who says so. */
export function detailsOf(
  network: Network,
  node: NetworkNode,
  select: (id: string) => void,
  act: (what: "place" | "card", id: string) => void,
): HTMLElement[] {
  const named = new Map(network.nodes.map((one) => [one.id, one]));
  const sentences = html("ul");
  for (const edge of network.edges)
    if (edge.from === node.id || edge.to === node.id) sentences.append(sentence(edge, named, node.id, select));
  // the keys are those of the picture
  const button = (text: string, what: "place" | "card", key: string) => {
    const made = html("button", text, "action");
    made.title = `${text} (${key})`;
    made.addEventListener("click", () => act(what, node.id));
    return made;
  };
  const actions = html("p");
  if (node.place) actions.append(button(t("Go to Place"), "place", "Enter"), " ");
  actions.append(button(t("Open Full Card"), "card", "C"));
  const heading = html("h2", node.label);
  heading.tabIndex = -1;
  const about = html("p", describeInFull(node) + (node.isNamed ? "" : t("; not named in the notes, added since a drug acts on it")));
  return [
    heading,
    about,
    actions,
    ...(sentences.childElementCount > 0 ? [sentences] : [html("p", t("No record joins it with another node."))]),
  ];
}

function sentence(edge: NetworkEdge, named: ReadonlyMap<string, NetworkNode>, self: string, select: (id: string) => void): HTMLLIElement {
  const item = html("li");
  const name = (id: string) => (id === self ? named.get(id)!.label : nameButton(named.get(id)!, select, false));
  item.append(name(edge.from), ` ${edge.verb} `, name(edge.to), edge.variant ? ` ${edge.variant}` : "", " ");
  item.append(html("small", `(${edge.sources.join("; ")})`));
  return item;
}

function nameButton(node: NetworkNode, select: (id: string) => void, isLong = true): HTMLButtonElement {
  const button = html("button", node.label, "name");
  // the heading of the list says the kind
  const more = ((node.status ?? "") + (node.isNamed ? "" : t(", not named"))).replace(/^, /, "");
  if (isLong && more) button.append(" ", html("small", more));
  button.addEventListener("click", () => select(node.id));
  return button;
}

function entry(child: HTMLElement): HTMLLIElement {
  const item = html("li");
  item.append(child);
  return item;
}
