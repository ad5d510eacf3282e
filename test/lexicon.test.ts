/** The tables of the vocabulary: what one row says of a drug, neither its other words nor other rows or records deny. */
import assert from "node:assert/strict";
import path from "node:path";
import { cellsIn, type Row, readRecords, readTable } from "../data/source";
import { ROOT } from "./client";

const DATA = path.join(ROOT, "data");
const table = (name: string): Row[] => readTable(path.join(DATA, "lexicon", name));
const drugs = table("drugs.tsv");
const textsOf = (row: Row): string[] => [row["name"]!, ...cellsIn(row["synonyms"]!).map((cell) => cell.replace(/^\w+:/, ""))];
/** A name without what writers vary. */
const bare = (text: string): string => text.toLowerCase().replace(/[\s-]/g, "");

/** Fails with what `fault` says of each row that it speaks of. */
const none = (rows: readonly Row[], fault: (row: Row) => string | false | undefined) =>
  assert.deepEqual(
    rows.flatMap((row) => fault(row) || []),
    [],
  );

describe("the vocabulary's tables", () => {
  it("have each drug once, in alphabetic order, without mark-up", () => {
    const names = drugs.map((row) => row["name"]!.toLowerCase());
    assert.deepEqual(names, [...new Set(names)].sort());
    none(drugs, (row) => /https?:/.test(row["synonyms"]!) && row["name"]!);
  });

  it("give no name of one drug's record to another drug: Abraxane is not paclitaxel's, Onivyde not irinotecan's", () => {
    const holders = new Map<string, string>();
    const own = new Map<string, string>();
    for (const { record } of readRecords(DATA).records) {
      if (record.kind !== "drug") continue;
      own.set(bare(record.preferred_name), record.id);
      for (const { text, shared_with } of record.names ?? []) if (!shared_with) holders.set(bare(text), record.id);
    }
    none(drugs, (row) => {
      const id = own.get(bare(row["name"]!));
      const lent = id && textsOf(row).filter((text) => (holders.get(bare(text)) ?? id) !== id);
      return lent && lent.length > 0 && `${row["name"]}: ${lent.join(", ")}`;
    });
  });

  it("have no form of a drug beside the drug: oral azacitidine is azacitidine", () => {
    const names = new Set(drugs.map((row) => row["name"]!.toLowerCase()));
    const form = /^(?:oral|topical|transdermal) | (?:oral|capsule|tablet|topical gel|ointment|transdermal patch)$/i;
    none(drugs, (row) => {
      const plain = row["name"]!.toLowerCase()
        .replace(form, "")
        .replace(/ (?:hydrochloride|phosphate|tartrate)$/, "");
      return form.test(row["name"]!) && names.has(plain) && row["name"]!;
    });
  });

  it("call a drug of the kind that its own names say", () => {
    const kinds: ReadonlyArray<readonly [said: RegExp, kind: string]> = [
      [/\bCAR[- ]?T\b.*[Cc]ells/, "cell therapy"],
      [/[Aa]ntibody[- ][Dd]rug [Cc]onjugate|-(?:DM4|MMA[EF])\b/, "antibody-drug conjugate"],
      [/[Bb]i-?specific (?:[Mm]onoclonal )?[Aa]ntibody|\bBiTE\b/, "bispecific antibody"],
    ];
    none(
      drugs.filter((row) => /^(?:antibody|bispecific antibody)$/.test(row["kind"]!)),
      (row) => {
        const due = kinds.find(([said]) => textsOf(row).some((text) => said.test(text)))?.[1];
        return due && due !== row["kind"] && `${row["name"]} is no ${row["kind"]}`;
      },
    );
  });

  it("name no class that the ending of the drug's name denies: a -glitazone is no antagonist", () => {
    const stems = table("stems.tsv").filter(({ alone }) => alone === "1");
    const given = new Set(drugs.filter((row) => !/^(?:preclinical)?$/.test(row["max_phase"]!)).map((row) => row["name"]));
    const denied = (meaning: string, said: string) =>
      (/(?:inhibitor|antagonist|blocker)$/.test(meaning) && /\b(?:agonist|activator|stimulant)$/.test(said)) ||
      (/ agonist$/.test(meaning) && /antagonist$/.test(said)) ||
      (/antifungal|antiparasitic/.test(meaning) && /^bacterial/.test(said));
    const rows = table("drug-mechanisms.tsv").filter((row) => given.has(row["name"]));
    none(rows, (row) => {
      const meaning = stems.find(({ ending }) => row["name"]!.endsWith(ending!))?.["meaning"] ?? "";
      const wrong = cellsIn(row["mechanisms"]!).filter((said) => denied(meaning, said));
      return wrong.length > 0 && `${row["name"]}: ${wrong.join(", ")}, not ${meaning}`;
    });
  });

  it("say how drugs act that they know, on genes that they know", () => {
    const names = new Set(drugs.map((row) => row["name"]));
    const symbols = new Set(table("genes.tsv").map((row) => row["symbol"]));
    none([...table("drug-mechanisms.tsv"), ...table("drug-targets.tsv")], (row) => {
      const lost = cellsIn(row["targets"]!).filter((symbol) => !symbols.has(symbol));
      return !names.has(row["name"]!) ? row["name"]! : lost.length > 0 && `${row["name"]}: ${lost.join(", ")}`;
    });
  });

  it("have each compound of the laboratory once, under no name of another drug, and say how it acts", () => {
    const holders = new Map<string, string>();
    for (const row of drugs) for (const text of textsOf(row)) holders.set(bare(text), row["name"]!);
    none(table("lab-compounds.tsv"), (row) => {
      const held = textsOf(row)
        .map((text) => holders.get(bare(text)))
        .find(Boolean);
      for (const text of textsOf(row)) holders.set(bare(text), row["name"]!);
      return !row["acts"] ? row["name"]! : held && held !== row["name"] && `${row["name"]}: ${held}`;
    });
  });

  it("call no protein by a medicine's name", () => {
    none(table("proteins.tsv"), (row) => / alfa\b/.test(row["protein_names"]!) && row["protein_names"]!);
  });
});
