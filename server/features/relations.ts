/** How records refer to each other, except for what drugs act on. Exports write these relations, and the network draws them. */
import { type AnyRecord, type Kind, relatedBy } from "../dataset/records";

/** The nearest predicate of the Biolink model (https://w3id.org/biolink/vocab/). */
export type Predicate =
  | "affects"
  | "member_of"
  | "has_member"
  | "participates_in"
  | "has_participant"
  | "has_part"
  | "subclass_of"
  | "related_to";

interface Relation {
  /** The kinds of records that refer so. */
  readonly kinds: readonly Kind[];
  readonly key: string;
  /** The verb between the two names: "belongs to strategy". */
  readonly verb: string;
  readonly predicate: Predicate;
  /** The verb in pictures, if that is another. */
  readonly drawn?: string;
  /** The verb in pictures that draw it the other way round: "HER2 is one of HER family". */
  readonly drawnBack?: string;
}

const TARGETS: readonly Kind[] = ["target", "family", "complex"];
const STRATEGIES: readonly Kind[] = ["strategy", "nanoplatform"];

/** What the build computes from other records is left out. */
const RELATIONS: readonly Relation[] = [
  { kinds: ["drug"], key: "strategies", verb: "belongs to strategy", predicate: "member_of", drawn: "is used in" },
  { kinds: ["drug"], key: "platform", verb: "is carried by", predicate: "related_to" },
  { kinds: ["drug"], key: "processes", verb: "works against", predicate: "affects", drawn: "acts on" },
  { kinds: TARGETS, key: "processes", verb: "takes part in", predicate: "participates_in" },
  { kinds: TARGETS, key: "pathways", verb: "takes part in", predicate: "participates_in" },
  { kinds: ["family"], key: "members", verb: "has member", predicate: "has_member", drawnBack: "is one of" },
  { kinds: ["complex"], key: "members", verb: "has member", predicate: "has_part", drawnBack: "is part of" },
  { kinds: ["pathway"], key: "members", verb: "has member", predicate: "has_participant", drawnBack: "takes part in" },
  { kinds: ["process"], key: "targets", verb: "is driven by", predicate: "related_to", drawnBack: "takes part in" },
  { kinds: ["pathway"], key: "acts_on", verb: "drives", predicate: "affects" },
  { kinds: STRATEGIES, key: "acts_on", verb: "acts on", predicate: "affects" },
  { kinds: STRATEGIES, key: "targets", verb: "targets", predicate: "affects", drawn: "acts on" },
  { kinds: STRATEGIES, key: "challenges", verb: "is limited by", predicate: "related_to" },
  { kinds: ["regimen"], key: "components", verb: "contains", predicate: "has_part" },
  { kinds: ["regimen"], key: "cancer", verb: "is given in", predicate: "related_to" },
  { kinds: [...STRATEGIES, "cancer"], key: "parents", verb: "is part of", predicate: "subclass_of", drawn: "is a kind of" },
];

/** What a record refers to, in the order of {@link RELATIONS}; what is only named there has no reference. */
export const relationsOf = (record: AnyRecord): Array<Relation & { readonly reference: string | undefined }> =>
  RELATIONS.filter(({ kinds }) => kinds.includes(record.kind)).flatMap((relation) =>
    relatedBy(record, relation.key).map((item) => ({ ...relation, reference: typeof item === "string" ? item : item.ref })),
  );
