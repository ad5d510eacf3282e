/** How a picture is put into its frame: whole where its labels can be read so, else with its best connected node in the middle. */
import type { Network } from "../../../server/protocol";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

/** Free space around the picture, in pixels on the screen. */
const MARGIN = 16;
/** The scale at which a small picture is shown. */
const LARGE = 1.2;

/**
 * Where a picture goes in its frame.
 * @param smallest the scale below which it is not shown whole
 * @param middle the place of the picture that is then in the middle, as far as the picture goes on around it
 * @returns the scale, and by how many pixels on the screen it is moved
 */
export function placed(frame: Size, box: Box, smallest: number, middle: Point): Point & { readonly scale: number } {
  const whole = Math.min((frame.width - 2 * MARGIN) / box.width, (frame.height - 2 * MARGIN) / box.height, LARGE);
  const scale = Math.max(whole, smallest);
  /** In one direction. */
  const moved = (room: number, from: number, length: number, at: number) => {
    if (length * scale + 2 * MARGIN <= room) return room / 2 - (from + length / 2) * scale;
    const [first, last] = [MARGIN - from * scale, room - MARGIN - (from + length) * scale];
    return Math.min(first, Math.max(last, room / 2 - at * scale));
  };
  return { scale, x: moved(frame.width, box.x, box.width, middle.x), y: moved(frame.height, box.y, box.height, middle.y) };
}

/** The node at which most edges end, the first of several; nothing in an empty network. */
export function bestConnected({ nodes, edges }: Pick<Network, "nodes" | "edges">): string | undefined {
  const ends = new Map(nodes.map(({ id }) => [id, 0]));
  for (const { from, to } of edges) for (const id of [from, to]) ends.set(id, (ends.get(id) ?? 0) + 1);
  return [...ends].reduce<[string, number] | undefined>((best, one) => (best && best[1] >= one[1] ? best : one), undefined)?.[0];
}
