/** Which texts of the tables become names, and on what condition: each filter of `data/vocabulary.ts`, `drugEntries.ts`, `genes.ts` and `families.ts` by itself. */
import assert from "node:assert/strict";
import { readVocabulary } from "../../data/vocabulary";
import { temporaryFolder } from "../temporary";

const HEADS: Readonly<Record<string, string>> = {
  "drugs.tsv": "name\tkind\tsynonyms\tmax_phase\tapproved_in\toncology\tdrugbank_id\tchembl_id\tsources",
  "genes.tsv": "hgnc_id\tsymbol\tname\tlocus_type\taliases\tprevious_symbols\talias_names",
  "families.tsv": "famplex_id\tname\tkind\tsynonyms\tmembers\tsource",
  "proteins.tsv": "symbol\tprotein_names",
  "gene-texts.tsv": "text\tsymbol",
  "shared-names.tsv": "name\tsymbols\tmore",
  "classes.tsv": "term\tnames\tsources",
  "stems.tsv": "ending\tmeaning\talone",
  "misspellings.tsv": "text\tname",
  "titles.tsv": "name\ttitle",
  "drug-mechanisms.tsv": "name\tmechanisms\ttargets",
  "drug-targets.tsv": "name\ttargets\tsource",
  "lab-compounds.tsv": "name\tsynonyms\tacts",
  "gene-frequency.tsv": "symbol\tcount",
  "drug-frequency.tsv": "name\tcount\toncology_count",
  "other-meanings.tsv": "name\tof\tmeaning",
  "homonyms.tsv": "name\tof\tunless\twhere\tmeaning",
  "words.txt": "",
  "rare-words.txt": "",
  "names-in-dictionaries.txt": "",
  "lab-words.txt": "",
  "abbreviations.txt": "",
};

/** Rows as they are written here, cells parted by " ; ", for the tables that are not empty. */
type Tables = Readonly<Record<string, readonly string[]>>;

/** Reads a vocabulary of these tables alone. @returns each entry as "preferred: name (type case context), …"; `hidden` names in brackets */
function entriesOf(tables: Tables): string[] {
  const files = Object.entries(HEADS).map(([file, head]) => {
    const rows = (tables[file] ?? []).map((row) => row.split(" ; ").join("\t"));
    return [`lexicon/${file}`, `${[head, ...rows].filter(Boolean).join("\n")}\n`];
  });
  return readVocabulary(temporaryFolder(Object.fromEntries(files)))
    .entries.filter(({ kind }) => kind !== "known-abbreviation")
    .map(({ preferred, names }) => {
      const said = names.map(({ text, type, letterCase, context, hidden }) => {
        const whole = `${text} (${type} ${letterCase} ${context})`;
        return hidden ? `[${whole}]` : whole;
      });
      return `${preferred}: ${said.join(", ")}`;
    });
}

const check = (tables: Tables, ...expected: string[]) => assert.deepEqual(entriesOf(tables), expected);

const WORDS = ["impact", "snail", "trail", "rest", "aspirin", "enhance"];
/** A gene that makes a protein: symbol, name, aliases, previous symbols, further names. */
const gene = (symbol: string, name: string, aliases = "", previous = "", further = "") =>
  `HGNC:1 ; ${symbol} ; ${name} ; gene with protein product ; ${aliases} ; ${previous} ; ${further}`;
const genes = (rows: readonly string[], more: Tables = {}): Tables => ({ "words.txt": WORDS, "genes.tsv": rows, ...more });

describe("symbols of genes", () => {
  it("are names, but two letters never, and words and three letters only where a sentence speaks of genes", () => {
    const rows = [gene("XYZ1", "xyzin 1"), gene("AR", "arin"), gene("REST", "restin"), gene("QRS", "qrsin"), gene("TNF", "tnfin")];
    check(
      genes(rows, { "gene-frequency.tsv": ["TNF ; 9000", "REST ; 100", "QRS ; 100"] }),
      "XYZ1: XYZ1 (symbol symbol none), xyzin 1 (preferred insensitive none)",
      "AR: AR (symbol symbol never), arin (preferred insensitive none)",
      "REST: REST (symbol symbol gene), restin (preferred insensitive none)",
      "QRS: QRS (symbol symbol gene), qrsin (preferred insensitive none)",
      "TNF: TNF (symbol symbol none), tnfin (preferred insensitive none)",
    );
  });

  it("that hardly any paper is on are no abbreviations, and words and three letters only right beside a word of molecular biology", () =>
    check(
      genes([gene("REST", "restin"), gene("QRS", "qrsin"), gene("MSC", "musculin")], { "abbreviations.txt": ["MSC"] }),
      "REST: REST (symbol symbol beside), restin (preferred insensitive none)",
      "QRS: QRS (symbol symbol beside), qrsin (preferred insensitive none)",
      "MSC: MSC (symbol symbol never), musculin (preferred insensitive none)",
    ));
});

describe("what means something else in prose", () => {
  const others = ["QRS ; gene ; a part of a heartbeat", "PUFA ; gene ; fatty acids", "P63 ; both ; a protein", "DDT ; drug ; a pesticide"];
  it("is no name of a gene, however written; of a symbol a word must stand beside it", () =>
    check(
      genes([gene("QRS", "qrsin"), gene("XYZ1", "xyzin 1", "PUF-A|P63|p63|DDT")], { "other-meanings.tsv": others }),
      "QRS: QRS (symbol symbol beside), qrsin (preferred insensitive none)",
      "XYZ1: XYZ1 (symbol symbol none), p63 (synonym symbol gene), DDT (synonym symbol beside), xyzin 1 (preferred insensitive none)",
    ));
  it("is no name of a gene, whatever stands beside it, where it is a word of every sentence", () =>
    check(
      genes([gene("WAS", "wasin")], { "other-meanings.tsv": ["WAS ; never ; the English word"] }),
      "WAS: WAS (symbol symbol never), wasin (preferred insensitive none)",
    ));
  it("is no family's and no drug's name", () => {
    check({ "families.tsv": ["QRS ; QRS ; family ;  ; XYZ1 ; FamPlex"], "other-meanings.tsv": others });
    check(
      { "drugs.tsv": ["alpharol ; small molecule ; syn:DDT|syn:QRS|syn:P63 ; 2 ; ; 0 ; ; ; hub"], "other-meanings.tsv": others },
      "alpharol: alpharol (inn insensitive none), QRS (synonym exact drug)",
    );
  });
});

describe("aliases of genes", () => {
  const aliases = (list: string, more: Tables = {}) =>
    entriesOf(genes([gene("XYZ1", "xyzin 1", list)], more)).map((entry) => entry.split(", ").slice(1, -1).join(", "));

  it("with a digit are free; letters alone ask for a word of molecular biology", () =>
    assert.deepEqual(aliases("ABC12|ABCDE|ABCD"), [
      "ABC12 (synonym symbol none), ABCDE (synonym symbol gene), ABCD (synonym symbol beside)",
    ]));

  it("that are words, clinical abbreviations, two letters, numbers or several words are none", () =>
    assert.deepEqual(aliases("IMPACT|PFS12|AB|1234|AB C1", { "abbreviations.txt": ["PFS12"] }), [""]));

  it("of several genes are read with all of them; an approved symbol stays that of its gene", () =>
    check(
      genes([gene("XYZ1", "xyzin 1", "P75AB|UVW2"), gene("UVW2", "uvwin 2", "P75AB")]),
      "XYZ1: XYZ1 (symbol symbol none), xyzin 1 (preferred insensitive none)",
      "UVW2: UVW2 (symbol symbol none), uvwin 2 (preferred insensitive none)",
      "P75AB: P75AB (prose symbol none)",
    ));

  it("with a hyphen are read beside the symbol without it where three times as many papers are on their gene", () =>
    check(
      genes([gene("XYZ1", "xyzin 1", "UVW-2"), gene("UVW2", "uvwin 2", "RST-3"), gene("RST3", "rstin 3")], {
        "gene-frequency.tsv": ["XYZ1 ; 300", "UVW2 ; 100", "RST3 ; 34"],
      }),
      "XYZ1: XYZ1 (symbol symbol none), UVW-2 (synonym symbol none), xyzin 1 (preferred insensitive none)",
      "UVW2: UVW2 (symbol symbol none), uvwin 2 (preferred insensitive none)",
      "RST3: RST3 (symbol symbol none), rstin 3 (preferred insensitive none)",
    ));

  it("of pseudogenes, and names by the place of a transcript, nobody writes", () =>
    check(
      genes([
        "HGNC:1 ; XYZ1P ; xyzin 1 pseudogene ; pseudogene ; ABC12 ; ",
        "HGNC:2 ; XYZ1-AS1 ; XYZ1 antisense RNA 1 ; RNA, long non-coding ; ABD12 ; ",
      ]),
      "XYZ1P: XYZ1P (symbol symbol none)",
      "XYZ1-AS1: XYZ1-AS1 (symbol symbol none), ABD12 (synonym symbol none)",
    ));
});

describe("names of genes in words", () => {
  const names = (name: string) =>
    entriesOf(genes([gene("XYZ1", name)]))[0]!
      .split(", ")
      .slice(1)
      .join(", ");

  it("are turned round as prose does", () => {
    assert.equal(
      names("histamine receptor H4"),
      "histamine receptor H4 (preferred insensitive none), histamine H4 receptor (prose insensitive none), H4 receptor (prose insensitive none)",
    );
    assert.match(names("xyzin activator, tissue type"), /, tissue xyzin activator \(prose/);
    assert.match(names("tumor xyzin 4 alpha"), /, tumor xyzin 4-alpha \(prose.*, tumour xyzin 4 alpha \(prose/);
    assert.match(names("mucin 1, cell surface associated"), /, mucin 1 \(prose/);
    for (const rest of ["beta, convertase", "p35", "member 2", "subfamily A"])
      assert.doesNotMatch(names(`xyzin 1, ${rest}`), /\bxyzin 1 \(/, `of several, ${rest} is one`);
    assert.match(names("coagulation factor VII"), /factor VII \(prose .*FVII \(prose .*FVIIa \(prose/);
    assert.match(names("choline O-acetyltransferase"), /choline acetyltransferase \(prose/);
  });

  it("further ones count that name a protein, of genes that papers are on", () => {
    const further = "osteoxyzin|Dent disease 2|xyz-cell-factor-7|golgi protein";
    const rows = [gene("XYZ1", "xyzin 1", "", "", further), gene("XYZ2", "xyzin 2", "", "", "xyzolin")];
    check(
      genes(rows, { "gene-frequency.tsv": ["XYZ1 ; 500", "XYZ2 ; 3"] }),
      "XYZ1: XYZ1 (symbol symbol none), xyzin 1 (preferred insensitive none), osteoxyzin (prose insensitive none)",
      "XYZ2: XYZ2 (symbol symbol none), xyzin 2 (preferred insensitive none)",
      "xyzin: xyzin (prose insensitive none)",
    );
  });
  it("that are class nouns or ordinary words are none; a protein's ending makes a word one", () => {
    assert.equal(names("growth factor"), "");
    assert.equal(names("enhance"), "");
    assert.equal(names("aspirin"), "aspirin (preferred insensitive none)");
  });

  it("imply the family that two of them share but for the number", () =>
    assert.deepEqual(entriesOf(genes([gene("XYA1", "xyase 1"), gene("XYA2", "xyase 2")])).slice(2), [
      "xyase: xyase (prose insensitive none)",
    ]));

  it("unfinished without their end imply none", () =>
    assert.equal(entriesOf(genes([gene("XYA1", "xy family member 1"), gene("XYA2", "xy family member 2")])).length, 2));
});

describe("families", () => {
  it("are called by the singular too; fusions are read as their two genes", () =>
    assert.deepEqual(
      entriesOf(
        genes([gene("BCR", "bcrin"), gene("ABL1", "ablin 1")], {
          "families.tsv": ["FPLX:A ; Xyzins ; family ; BCR-ABL1|XYZF ; BCR|ABL1 ; FamPlex"],
        }),
      ).at(-1),
      "Xyzins: Xyzins (prose insensitive none), Xyzin (prose insensitive none), XYZF (prose symbol none)",
    ));
  it("of interleukins are called so too, and not one of their genes alone", () =>
    assert.match(
      entriesOf(genes([gene("IL12A", "interleukin 12A")], { "families.tsv": ["FPLX:IL12 ; IL12 ; family ;  ; IL12A|IL12B ; FamPlex"] })).at(
        -1,
      )!,
      /^IL12: .*, interleukin 12 \(prose/,
    ));
});

describe("classes of drugs", () => {
  it("that people speak of have typed names, abbreviations in capitals; others are words, and so is what endings say", () =>
    check(
      {
        "classes.tsv": ["beta-blocker ; β-blocker|BBA ; curated", "XYZ inhibitor ;  ; FDA-EPC"],
        "stems.tsv": ["olol ; Beta-blocker ; 1", "taxel ; taxane ; 1"],
      },
      "beta-blocker: beta-blocker (preferred insensitive none), β-blocker (synonym insensitive none), BBA (abbreviation exact none)",
      "XYZ inhibitor: XYZ inhibitor (prose insensitive none)",
      "taxane: taxane (prose insensitive none)",
    ));
});

describe("drugs", () => {
  const drug = (row: string, more: Tables = {}) => entriesOf({ "words.txt": WORDS, "drugs.tsv": [row], ...more })[0];

  it("have typed names; short ones, few digits and brands that are words need a word that speaks for a drug", () =>
    assert.equal(
      drug(
        "xyztinib ; small molecule ; brand:Xyzta|brand:Impact|code:XY-123|code:XY-1|code:Xyzenzyme Q9|syn:XT|syn:XTB ; approved ; US ; 1 ;  ;  ; fda",
      ),
      "xyztinib: xyztinib (inn insensitive none), Xyzta (brand initial none), Impact (brand initial drug), XY-123 (code insensitive none), XY-1 (code exact drug), Xyzenzyme Q9 (code insensitive none), XTB (synonym exact drug)",
    ));

  it("by a brand that dictionaries have with a capital need nothing, but for the names of people", () => {
    const rows = [
      "fluoxetine ;  ; brand:Prozac ; approved ; US ; 0 ;  ;  ; fda",
      "ulipristal ;  ; brand:Ella ; approved ; US ; 0 ;  ;  ; fda",
    ];
    const words = { "words.txt": ["Prozac", "Ella"], "other-meanings.tsv": ["Ella ; brand ; a given name"] };
    check(
      { ...words, "drugs.tsv": rows },
      "fluoxetine: fluoxetine (inn insensitive none), Prozac (brand initial none)",
      "ulipristal: ulipristal (inn insensitive none), Ella (brand initial drug)",
    );
  });

  it("that are words are substances", () =>
    assert.match(drug("aspirin ; small molecule ;  ; approved ;  ; 0 ;  ;  ; hub")!, /^aspirin: aspirin \(inn insensitive none\)/));

  it("called by what they do are found by their code", () =>
    assert.equal(
      drug("XYZ inhibitor AB-1234 ; small molecule ;  ; 2 ;  ; 1 ;  ;  ; gdc"),
      "XYZ inhibitor AB-1234: [XYZ inhibitor AB-1234 (code insensitive never)], AB-1234 (code insensitive none)",
    ));

  it("have their codes before genes whose old symbols these are", () =>
    assert.deepEqual(
      entriesOf(
        genes([gene("XYA1", "xyzase 1", "", "MRX34")], { "drugs.tsv": ["Liposomal Mimic MRX34 ;  ; code:MRX34 ;  ;  ; 1 ;  ;  ; gdc"] }),
      ).map((entry) => entry.match(/MRX34 \((?:code|previous).*?\)/)?.[0]),
      ["MRX34 (code exact none)", "MRX34 (previous-symbol symbol beside)"],
    ));

  it("are called by their INN where the tables put another name first, which stays one of theirs", () =>
    assert.equal(
      drug("methoxyzine ; small molecule ; syn:Levoxyzazine|brand:Xyzta ; approved ; US ; 0 ;  ;  ; fda", {
        "titles.tsv": ["methoxyzine ; levoxyzazine"],
      }),
      "levoxyzazine: levoxyzazine (inn insensitive none), methoxyzine (synonym insensitive none), Xyzta (brand initial none)",
    ));

  it("keep names of other languages and misspellings on record, which are never proposed", () =>
    assert.equal(
      drug("xyzamine ; small molecule ; syn:xyzaminum ; approved ;  ; 0 ;  ;  ; hub", { "misspellings.tsv": ["xyzammine ; xyzamine"] }),
      "xyzamine: xyzamine (inn insensitive none), [xyzaminum (synonym insensitive none)], [xyzammine (misspelling insensitive none)]",
    ));

  it("have further names as dictionaries write them, and others with their capital", () =>
    assert.equal(
      drug("xyzamine ; small molecule ; syn:Xyzoterenol|syn:Xyzoterenol A1|syn:Xyzadol ; 2 ;  ; 0 ;  ;  ; hub", {
        "names-in-dictionaries.txt": ["xyzoterenol"],
      }),
      "xyzamine: xyzamine (inn insensitive none), xyzoterenol (synonym insensitive none), xyzoterenol A1 (synonym insensitive none), Xyzadol (synonym insensitive none)",
    ));

  it("are called without the mirror image or the ion", () => {
    assert.match(drug("(±)-xyzaterenol ; small molecule ;  ; 2 ;  ; 0 ;  ;  ; hub")!, /, xyzaterenol \(synonym/);
    assert.match(drug("xyzium cation ; small molecule ;  ; 2 ;  ; 0 ;  ;  ; hub")!, /, xyzium \(synonym/);
  });
});
