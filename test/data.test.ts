/** The dataset's source files: the real ones are in order, and what is wrong in faulty ones is said with its place and cure. */
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkRecords, printProblem } from "../data/check";
import { compileRecords } from "../data/compile";
import { eachText, type Problem, readTable, readYaml, type Sourced } from "../data/source";
import { buildFoldTable } from "../server/dataset/fold";
import type { AnyRecord, DrugRecord, Name, TargetRecord } from "../server/dataset/records";
import { ROOT } from "./client";
import { real } from "./example";
import { FAULTS, faulty, fileOf, SOUND } from "./faultySources";
import { temporaryFolder, writeFiles } from "./temporary";

const DATA = path.join(ROOT, "data");
const fold = buildFoldTable();

let records: Sourced[];
let problems: Problem[];

// read once, with the faulty files among the real ones: each fault is alone in its file
before(() => {
  const folder = temporaryFolder();
  cpSync(DATA, folder, { recursive: true });
  writeFiles(folder, { ...SOUND, ...Object.fromEntries(FAULTS.map((fault) => [fileOf(fault), faulty(fault)])) });
  const all = checkRecords(folder, fold);
  const ours = new Set([...Object.keys(SOUND), ...FAULTS.map(fileOf)]);
  records = all.records.filter(({ file }) => !ours.has(file));
  problems = all.problems;
});

describe("the dataset's source files", () => {
  it("have no problem", () => {
    const ours = new Set(FAULTS.map(fileOf));
    assert.deepEqual(problems.filter(({ file }) => !ours.has(file)).map(printProblem), []);
  });

  it("say of a pathway that it is of one target only where it is", () => {
    const ofOne = /A group of one target/;
    const wrong = records.flatMap(({ record }) => {
      const pathway = record.kind === "pathway" && ofOne.test(record.summary ?? "") ? `pathway:${record.id}` : undefined;
      const targets = records.filter(({ record: other }) => "pathways" in other && other.pathways?.includes(pathway ?? ""));
      return targets.length > 1 ? [`${pathway}: ${targets.map(({ record: other }) => other.id).join(", ")}`] : [];
    });
    assert.deepEqual(wrong, []);
  });

  it("name only sources that are listed, or that can be looked up", () => {
    const listed = new Set(readTable(path.join(DATA, "sources.tsv")).map((row) => row["key"]));
    const sentences = new Set(readTable(path.join(DATA, "seed/sentences.tsv")).map((row) => `seed:${row["id"]}`));
    const lookedUp =
      /^(pmid:\d+|doi:10\.\S+|nct:NCT\d{8}|(fda|ema|nmpa|pmda):\S.*|chembl:CHEMBL\d+|iuphar:\d+|hgnc:\d+|uniprot:\w+|fplx:\w+|reactome:R-HSA-\d+|wikipathways:WP\d+|go:GO:\d{7}|web:https?:\/\/\S+)$/;
    const unknown = every("sources", (source, place) =>
      listed.has(source) || sentences.has(source) || lookedUp.test(source) ? undefined : `${place}: ${source}`,
    );
    assert.deepEqual(unknown, []);
  });

  it("are listed with version, licence and attribution, in SOURCES.md and in the notices of the package", () => {
    const said = readFileSync(path.join(DATA, "SOURCES.md"), "utf8");
    const notices = readFileSync(path.join(ROOT, "THIRD-PARTY-NOTICES.md"), "utf8");
    const tables = readTable(path.join(DATA, "sources.tsv")).filter(({ key }) => key!.startsWith("src:"));
    for (const { key, title, version, licence, attribution } of tables) {
      assert.ok(said.includes(`| \`${key}\` | ${title} | ${version} | ${licence} | ${attribution} |`), `SOURCES.md on ${key}`);
      assert.ok(notices.includes(`- ${title} (${version}): ${licence}. Attribution: ${attribution}.\n`), `notices on ${key}`);
    }
    const files = ["lexicon", "imported"].flatMap((folder) => readdirSync(path.join(DATA, folder)));
    assert.deepEqual(
      files.filter((name) => !said.includes(`\`${name}\``)),
      [],
    );
  });

  it("have titles for drugs of their tables alone, each of which is one of the drug's names there", () => {
    const table = (name: string) => readTable(path.join(DATA, "lexicon", name));
    const names = new Map(table("drugs.tsv").map((row) => [row["name"]!, row["synonyms"]!.toLowerCase().split("|")]));
    const unknown = table("titles.tsv").filter((row) => !names.get(row["name"]!)?.includes(`syn:${row["title"]!}`));
    assert.deepEqual(unknown, []);
  });

  it("give a source for every claim: the review's sentences for what it says, others for what we say", () => {
    const wrong = records.flatMap(({ record, file }) =>
      (record.claims ?? [])
        .filter(({ voice, sources }) => {
          if (sources.length === 0) return true;
          if (voice === "seed") return !sources.every((source) => source.startsWith("seed:"));
          return voice !== "curated" || sources.some((source) => source.startsWith("seed:"));
        })
        .map((claim) => `${file}: ${claim.id ?? claim.text} (${claim.voice}): ${claim.sources.join(", ")}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("correct the review's claims in our own voice", () => {
    const wrong = records.flatMap(({ record, file }) =>
      (record.claims ?? [])
        .filter(({ corrected_by }) => corrected_by && record.claims?.find(({ id }) => id === corrected_by)?.voice !== "curated")
        .map((claim) => `${file}: ${claim.id}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("hold no text longer than a card has room for", () => {
    const most = (kind: string, key: string): number | undefined => {
      if (key === "summary") return ["drug", "target", "family", "complex", "regimen"].includes(kind) ? 300 : 400;
      return { role: 400, text: 400, verb: 60 }[key];
    };
    const long = records.flatMap(({ record, file }) =>
      texts(record)
        .filter(([place, text]) => text.length > (most(record.kind, place.split(".").at(-1)!) ?? Number.POSITIVE_INFINITY))
        .map(([place, text]) => `${file}: ${place} has ${text.length} characters`),
    );
    assert.deepEqual(long, []);
  });

  it("compile to the same bytes each time", () => {
    const about = { version: "1", date: "2026-11-26" };
    const vocabulary = {
      entries: [],
      words: new Set(["tumour", "cells"]),
      english: ["tumour"],
      stems: [["tinib", "kinase inhibitor", true]] as const,
    };
    const some = records.filter((_, i) => i % 8 === 0).map(({ record }) => record);
    const [first, second] = [1, 2].map(() => Buffer.from(compileRecords(fold, some, vocabulary, about, { "src:a": "A" })));
    assert.ok(first!.equals(second!));
  });

  it("are all in the compiled dataset", () => {
    const dataset = real();
    const about = JSON.parse(readFileSync(path.join(DATA, "about.json"), "utf8")) as { version: string; date: string };
    assert.deepEqual([dataset.version, dataset.date, dataset.recordCount], [about.version, about.date, records.length]);
    const different = records.filter(({ record }) => {
      const entity = dataset.find(`${record.kind}:${record.id}`);
      return entity === undefined || dataset.record(entity)?.summary !== record.summary;
    });
    assert.deepEqual(
      different.map(({ file }) => file),
      [],
    );
  });

  it("are compiled without what only the compiler reads, and a drug's further targets without its own", () => {
    const dataset = real();
    const needless = [...dataset.records()].flatMap((entity) => {
      const record = dataset.record(entity)!;
      const isRead = ({ match }: Name) => !match || (!match.case && Object.keys(match).length > 0);
      const { mechanisms = [], also_targets: also = [] } = record as Partial<DrugRecord>;
      const isOwn = (name: string) => mechanisms.some(({ target }) => target === `target:${name}`);
      const isLean = !(record as TargetRecord).species && (record.names ?? []).every(isRead) && !also.some(isOwn);
      return isLean ? [] : record.id;
    });
    assert.deepEqual(needless, []);
  });

  /** Calls `look` with every text of the lists of this name in all records. @returns what it gave, without nothing */
  function every(key: string, look: (text: string, place: string) => string | undefined): string[] {
    return records.flatMap(({ record, file }) =>
      texts(record)
        .filter(([place]) => new RegExp(`(^|\\.)${key}\\.\\d+$`).test(place))
        .flatMap(([place, text]) => look(text, `${file} ${place}`) ?? []),
    );
  }
});

/** Every text in a record with its place ("claims.0.text"). */
function texts(record: AnyRecord): Array<[place: string, text: string]> {
  const found: Array<[string, string]> = [];
  eachText(record, (text, place) => found.push([place.join("."), text]));
  return found;
}

describe("a faulty source file", () => {
  for (const fault of FAULTS) {
    it(`with ${fault.what} is told so, with line and cure`, () => {
      const said = problems.filter(({ file }) => file === fileOf(fault)).map(printProblem);
      const due = fault.says.map((text) => `data/${fileOf(fault)}:${text}`);
      assert.deepEqual(
        said.map((text) => due.find((beginning) => text.startsWith(beginning)) ?? text),
        due,
      );
    });
  }

  it("with an alias of nothing is told so", () => {
    const found: Problem[] = [];
    readYaml("drugs/alias.yaml", "id: alias\nnames: [*first]\n", false, [], found);
    assert.match(found.map(printProblem).join("\n"), /^data\/drugs\/alias\.yaml:2: is not valid YAML: /);
  });
});
