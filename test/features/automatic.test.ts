import assert from "node:assert/strict";
import { opensByItself } from "../../server/features/automatic";
import { DEFAULTS, type Settings } from "../../server/settings";
import { noteOf, real } from "../example";
import { readMarked } from "../marked";

/** Whether the list opens at `$0`. */
function opens(source: string, settings: Settings = DEFAULTS): boolean {
  const { text, cursor } = readMarked(source);
  return opensByItself(real(), noteOf(text), cursor!, settings);
}

/** Checks that the list opens, key by key, before all of `latest` is typed or with its last letter: a filter may cost a letter. */
function check(before: string, word: string, latest: string): void {
  let opened: string | undefined;
  for (let i = 1; i <= word.length && opened === undefined; i++) if (opens(`${before}${word.slice(0, i)}$0`)) opened = word.slice(0, i);
  assert.ok(opened && opened.length <= latest.length, `${before}${word} opens at ${opened}`);
}

const completion = (parts: Partial<Settings["completion"]>): Settings => ({
  ...DEFAULTS,
  completion: { ...DEFAULTS.completion, ...parts },
});

describe("the list that opens by itself", () => {
  it("opens once no ordinary word begins so and a name does", () => {
    check("Given ", "pembrolizumab", "pembr");
    check("Given ", "osimertinib", "osimer");
    check("switched to ", "Keytruda", "Keytr");
    check("treated with ", "LY2157299", "LY2157");
    check("integrin ", "avb3", "avb3");
    check("stained for ", "her2", "her2");
    check("expression of ", "MMP9", "MMP");
    check("blocks ", "pd-l1", "pd-l1");
    check("loss of ", "e-cadherin", "e-cad");
  });
  it("opens behind a hyphen for a Greek letter of the keyboard's, and behind anti- for capitals", () => {
    check("Levels of ", "TGF-b", "TGF-b");
    assert.ok(opens("Levels of TNF-a$0"));
    assert.ok(opens("Levels of IFN-g$0"));
    check("We used ", "anti-PD-L1", "anti-PD");
    check("We used ", "anti-VEGF", "anti-VE");
  });
  it("opens for drugs that dictionaries have, that are seldom written and whose names are of two words", () => {
    check("We gave ", "metformin", "metform");
    check("We gave ", "tamoxifen", "tamoxif");
    check("We gave ", "batimastat", "batimast");
    check("We gave ", "enfortumab vedotin", "enfort");
    check("We gave ", "brentuximab vedotin", "brentu");
    check("We gave ", "abemaciclib", "abemaci");
  });
  it("opens at once in a table's column and in the front matter for names, but not for what else is written there", () => {
    const column = "| Drug | Target |\n|---|---|\n| ";
    for (const name of ["bev", "tam", "cis", "gem", "pac"]) {
      assert.ok(opens(`${column}${name}$0 |  |`), name);
      assert.ok(opens(`---\ndrugs: [${name}$0]\n---\n`), name);
      assert.ok(!opens(`| Setting | Arms |\n|---|---|\n| ${name}$0 |  |`), name);
    }
    for (const word of ["placebo", "none", "control", "vehicle", "standard", "combination", "various", "unknown", "saline", "surgery"])
      for (let i = 1; i <= word.length; i++) assert.ok(!opens(`${column}${word.slice(0, i)}$0 |  |`), word.slice(0, i));
  });
  it("stays out of ordinary words' way", () => {
    const prose =
      "We met the patient in a market near the river, where metallic mirrors and the parasol of a pedlar threw long shadows. " +
      "However, non-smokers, pre-operative co-morbidities and well-defined up-regulation were rare; T-cells and X-rays were not counted. " +
      "In vitro, half of them grew within 24 h at 37 °C. RESULTS were disappointing (see Table 2), and the USA, the WHO and the FDA agreed. " +
      "Thursday's e-mails from Pembroke, Keynes and MacDonald asked for a DNA test, an MRI and 250 mL of PBS.";
    const german =
      "Übelkeit und Haarausfall blieben mäßig ausgeprägt. Die Kontrolluntersuchung ergab einen Rückgang der Lebermetastasen, " +
      "während Schleimhautentzündungen und Metaplasien fehlten. Vergiss die Regenschirme und das Rezept nicht!";
    for (const sentence of `${prose} Metaplasia and neurofibromas were absent. ${german}`.split(/(?<=\. )/))
      for (let i = 1; i <= sentence.length; i++) {
        const typed = sentence.slice(0, i);
        assert.ok(!opens(`${typed}$0`), typed);
      }
  });
  it("does not open for what is typed to its end, in a word's middle, or where no name may stand", () => {
    for (const source of ["given pemb$0olizumab", "`pemb$0`", "[a](pemb$0)", "https://example.org/pemb$0", "#pemb$0", "```\npemb$0\n```"])
      assert.ok(!opens(source), source);
    assert.ok(opens("| drug |\n|---|\n| pemb$0 |"));
  });
  it("follows its settings", () => {
    assert.ok(!opens("given pemb$0", completion({ automatic: false })));
    assert.ok(!opens("given pembr$0", completion({ minimumLetters: 6 })));
    assert.ok(opens("given pembro$0", completion({ minimumLetters: 6 })));
  });
});
