/**
 * Goes through a Markdown tree. The tree's own iteration makes cursor objects that can also turn back; here no object is made for
 * a node.
 */
import { type NodeType, Tree, type TreeBuffer } from "@lezer/common";

/** What is done with each node; offsets count from the tree's start. */
interface Visitor {
  /** A node begins. @returns whether to go into it */
  enter(name: string, from: number, to: number): boolean;
  /** A node that was gone into ends. */
  leave(name: string, from: number, to: number): void;
}

/** How deep nodes are gone into: a line of nothing but quote marks nests thousands, which would overflow the stack. */
const DEEPEST = 1000;

/** Visits the nodes of a tree in order, itself first. */
export const eachNode = (tree: Tree, visitor: Visitor): void => inTree(tree, 0, visitor, 0);

function inTree(tree: Tree, from: number, visitor: Visitor, depth: number): void {
  const { type, children, positions } = tree;
  // nodes without a name only balance the tree
  if (!type.isAnonymous && !visitor.enter(type.name, from, from + tree.length)) return;
  for (let i = 0; depth <= DEEPEST && i < children.length; i++) {
    const child = children[i]!;
    const start = from + positions[i]!;
    if (child instanceof Tree) inTree(child, start, visitor, depth + 1);
    else inBuffer(child.buffer, child.set.types, 0, child.buffer.length, start, visitor);
  }
  if (!type.isAnonymous) visitor.leave(type.name, from, from + tree.length);
}

/** Visits nodes that are stored in a buffer, as four numbers each: type, start, end, and the index behind all that is inside. */
function inBuffer(
  buffer: TreeBuffer["buffer"],
  types: readonly NodeType[],
  first: number,
  behind: number,
  start: number,
  visitor: Visitor,
): void {
  for (let i = first; i < behind; i = buffer[i + 3]!) {
    const { name, isAnonymous } = types[buffer[i]!]!;
    const [from, to] = [start + buffer[i + 1]!, start + buffer[i + 2]!];
    if (!isAnonymous && !visitor.enter(name, from, to)) continue;
    inBuffer(buffer, types, i + 4, buffer[i + 3]!, start, visitor);
    if (!isAnonymous) visitor.leave(name, from, to);
  }
}
