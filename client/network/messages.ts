/** What the page with the picture and the extension say to each other. Types alone. */
import type { Network } from "../../server/protocol";

/** From the extension to the page. */
export interface Shown {
  readonly type: "network";
  readonly title: string;
  readonly network: Network;
}

/** From the page to the extension. */
export type Said =
  /** It can be told what to show. */
  | { readonly type: "ready" }
  | { readonly type: "refresh" }
  /** Show the place where a node is named first, or open its card where it has none; the keyboard goes there unless it is to stay. */
  | { readonly type: "place"; readonly id: string; readonly stays?: boolean }
  | { readonly type: "card"; readonly id: string }
  | { readonly type: "save"; readonly format: "svg" | "png"; readonly data: string | Uint8Array }
  | { readonly type: "failed"; readonly what: string };
