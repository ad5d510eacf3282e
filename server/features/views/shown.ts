/** What the views show, as plain data. Places in notes are offsets here, and lines and columns in what clients get: see `protocol.ts`. */
import type { Kind } from "../../dataset/records";
import type { Note } from "../../note/note";

/** What views show of a record, or of a name that has none. Clients make words of it, in their user's language. */
export interface Shown {
  readonly label: string;
  readonly kind: Kind;
  /** "drug:bevacizumab", where there is a record. */
  readonly reference?: string;
  /** The symbol of a target's gene, where the target is called otherwise. */
  readonly symbol?: string;
  /** What became of a drug, as a word. */
  readonly status?: string;
  /** The same with when that was and when somebody last looked; of a target its full name. */
  readonly detail?: string;
  /** Which step of the metastatic cascade a process is, from 1; none where it has no fixed one. */
  readonly step?: number;
  readonly counts?: Counts;
}

/** How many of a kind there are: uses of a name, names in a group, or what a step or strategy has below it. */
export type Counts = Readonly<Partial<Record<"name" | "use" | "strategy" | "drug" | "target", number>>>;

/** A row of a tree. */
export interface Row extends Omit<Shown, "kind"> {
  /** Unique in its tree; the same as long as what it stands for is. */
  readonly id: string;
  /** What it stands for: the kind of a record, or what holds such rows. */
  readonly kind: Kind | "group" | "place";
  /** Of a name in a note: how the note writes it, where otherwise than the label. */
  readonly forms?: readonly string[];
  /** Where it stands for a place, or for a name that first stands there. */
  readonly place?: NotePlace;
  readonly rows?: readonly Row[];
}

/** A place in a note, or in a cell of a notebook, by offsets. */
export interface NotePlace {
  readonly note: Note;
  readonly from: number;
  readonly to: number;
}

/** Something to choose. */
export interface Choice {
  readonly label: string;
  readonly description: string;
  /** What is inserted. */
  readonly value: string;
}

/** A node of a picture. */
export interface NetworkNode extends Shown {
  /** Its reference, "drug:bevacizumab". */
  readonly id: string;
  /** False for what was added since a drug acts on it. */
  readonly isNamed: boolean;
}

/** What a record says of two nodes of a picture. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  /** Between the names of both it makes a sentence: "inhibits". */
  readonly verb: string;
  /** The variant of the target that it needs: "G12C". */
  readonly variant?: string;
  /** Who says so, in words. */
  readonly sources: readonly string[];
}

/** A picture's content. */
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** How many more there would be: the ones with the fewest edges are left out. */
  readonly left: number;
}

/** A citation to look at. */
export interface Doubt {
  /** Where the sentence stands. */
  readonly place: NotePlace;
  /** As the note has it: "[3]". */
  readonly marker: string;
  readonly sentence: string;
  readonly title: string;
  /** What the sentence is about, and what the title: preferred names. */
  readonly about: readonly string[];
  readonly titleAbout: readonly string[];
}

/** The citations of a note: what was looked at, and what is to be looked at. */
export interface Review {
  readonly doubts: readonly Doubt[];
  /** Citations that were judged. */
  readonly judged: number;
  /** Citations that were not, since the sentence names nothing that is known. */
  readonly silent: number;
  /** Keys without a reference in the note or in a bibliography. */
  readonly missing: readonly string[];
}
