/** Sixty-six sentences as researchers write them, each with exactly the names on record and the findings that it must get. */
import assert from "node:assert/strict";
import { findings } from "../server/features/diagnostics";
import { noteOf, real } from "./example";
import { levels } from "./findings";
import { checkRecords } from "./note/names";

/** A sentence with its names in brackets, the records that these stand for, and what is found. */
const SENTENCES: ReadonlyArray<readonly [source: string, references?: string, finding?: string]> = [
  ["⟦Bevacizumab⟧ blocks ⟦VEGF-A⟧ and slows ⟦angiogenesis⟧.", "drug:bevacizumab target:VEGFA process:angiogenesis"],
  ["We gave ⟦sunitinib malate⟧ 50 mg daily (4/2 schedule).", "drug:sunitinib"],
  ["Patients received ⟦nivolumab⟧ + ⟦ipilimumab⟧.", "drug:nivolumab drug:ipilimumab"],
  ["⟦Nivolumab⟧/⟦ipilimumab⟧ improved OS (HR 0.63; 95% CI 0.52-0.76).", "drug:nivolumab drug:ipilimumab"],
  ["⟦FOLFOX⟧ plus ⟦bevacizumab⟧ remains first line in ⟦mCRC⟧.", "regimen:FOLFOX drug:bevacizumab cancer:colorectal-cancer"],
  ["⟦Anti-PD-1⟧ therapy failed in cold tumours.", "strategy:pd-1-pd-l1-blockade"],
  ["Mice were treated with ⟦αPD-1⟧ (clone RMP1-14) twice a week.", "strategy:pd-1-pd-l1-blockade"],
  ["The ⟦VEGF-A⟧/⟦VEGFR2⟧ axis drives permeability.", "target:VEGFA target:KDR"],
  ["Expression of ⟦MMP-2⟧/⟦-9⟧ was raised at the invasive front.", "target:MMP2 target:MMP9"],
  ["⟦CDK4/6 inhibitors⟧ changed HR+ ⟦breast cancer⟧.", "strategy:cdk4-6-inhibition cancer:breast-cancer"],
  ["⟦PI3K/AKT/mTOR⟧ signalling promotes survival.", "pathway:pi3k-akt-mtor"],
  [
    "⟦TKIs⟧ and ⟦MMPIs⟧ were combined; ⟦MMPs⟧ were assayed by zymography.",
    "strategy:tyrosine-kinase-inhibition strategy:mmp-inhibition family:MMP",
  ],
  ["⟦Bevacizumab⟧'s half-life is about 20 days.", "drug:bevacizumab"],
  ["⟦Trp53⟧-null mice and ⟦TP53⟧-mutant patients behave differently.", "target:TP53 target:TP53"],
  ["Loss of ⟦p53⟧ and *⟦PTEN⟧* was common.", "target:TP53 target:PTEN"],
  ["⟦Sotorasib⟧ is active in ⟦KRAS⟧ G12C ⟦NSCLC⟧.", "drug:sotorasib target:KRAS cancer:non-small-cell-lung-cancer"],
  ["⟦BRAF⟧ p.V600E ⟦melanoma⟧ responds to ⟦dabrafenib⟧ and ⟦trametinib⟧.", "target:BRAF cancer:melanoma drug:dabrafenib drug:trametinib"],
  ["⟦ERBB2⟧-amplified tumours are called ⟦HER2⟧-positive.", "target:ERBB2 target:ERBB2"],
  ["⟦p-AKT⟧ (Ser473) fell after ⟦capivasertib⟧.", "family:AKT drug:capivasertib"],
  ["⟦Galunisertib⟧ lowered ⟦pSMAD2⟧ in tumour biopsies.", "drug:galunisertib target:SMAD2"],
  ["Integrin ⟦$\\alpha\\text{v}\\beta 3$⟧ is blocked by ⟦cilengitide⟧.", "complex:ITGAV_ITGB3 drug:cilengitide"],
  ["⟦Cilengitide⟧ targets ⟦αvβ3⟧ and ⟦αvβ5⟧.", "drug:cilengitide complex:ITGAV_ITGB3 complex:ITGAV_ITGB5"],
  ["⟦alpha-v beta-3 integrin⟧ and ⟦avb3⟧ are the same receptor.", "complex:ITGAV_ITGB3 complex:ITGAV_ITGB3"],
  ["⟦TGF- β⟧ drives ⟦EMT⟧.", "family:TGFB process:emt"],
  ["⟦TGFβ1⟧, ⟦TGF-beta1⟧ and ⟦TGFB1⟧ denote one protein.", "target:TGFB1 target:TGFB1 target:TGFB1"],
  ["⟦E-cadherin⟧ was lost and ⟦vimentin⟧ gained.", "target:CDH1 target:VIM"],
  ["⟦PD‑L1⟧ (TPS ≥50%) predicted response to ⟦pembrolizumab⟧.", "target:CD274 drug:pembrolizumab"],
  ["⟦CAR T cells⟧ against ⟦HER2⟧, ⟦EGFR⟧ and ⟦MUC1⟧ are in trials.", "strategy:car-t-therapy target:ERBB2 target:EGFR target:MUC1"],
  ["⟦Snail⟧ and ⟦Twist⟧ repress ⟦CDH1⟧.", "target:SNAI1 target:TWIST1 target:CDH1"],
  ["At a snail's pace, the story took a twist."],
  ["We MET the primary endpoint in 2019."],
  ["⟦MET⟧ exon 14 skipping responds to ⟦capmatinib⟧.", "target:MET drug:capmatinib"],
  ["Cells undergo ⟦EMT⟧ and later ⟦MET⟧ at the metastatic site.", "process:emt process:met-transition"],
  ["Cells were lysed with the RIPA kit and kept on ice for the rest of the day."],
  ["⟦KIT⟧-mutant GIST responds to ⟦imatinib⟧.", "target:KIT drug:imatinib"],
  ["The ER+/PR+ subgroup did better; AEs were mild."],
  ["AR and VR headsets were used for training."],
  ["ORR, PFS, OS, DOR, CR, PR, SD and PD were assessed by RECIST 1.1 with ECOG 0-1."],
  ["⟦CTCs⟧ were isolated by FACS; IHC, WB, qPCR and ELISA followed.", "process:circulation"],
  ["The FDA, EMA and PMDA differ; the IRB approved the protocol."],
  ["Patients were treated with bevacizumb 10 mg/kg.", "", "warning misspelled-name: bevacizumb → bevacizumab"],
  ["Pembrolizumap and ⟦nivolumab⟧ were compared.", "drug:nivolumab", "warning misspelled-name: Pembrolizumap → Pembrolizumab"],
  ["We added galunisertinib to the panel.", "", "warning misspelled-name: galunisertinib → galunisertib"],
  ["Zorfanatinib 20 mg was given orally.", "", "warning unknown-drug-name: Zorfanatinib"],
  ["A new agent, qelvotamab, is discussed in the editorial.", "", "information unknown-drug-name: qelvotamab"],
  ["⟦Osimertinib⟧ and befotertinib are third-generation ⟦TKIs⟧.", "drug:osimertinib strategy:tyrosine-kinase-inhibition"],
  ["Compound 17b and XJ-5501 were inactive."],
  ["Patients received LY2157289 at 150 mg BID.", "", "information unknown-code: LY2157289 → LY2157299"],
  ["⟦LY2157299⟧ inhibits ⟦ALK5⟧.", "drug:galunisertib target:TGFBR1"],
  [
    "⟦Nivolumab⟧ (⟦anti-PD-L1⟧) was continued.",
    "drug:nivolumab strategy:pd-1-pd-l1-blockade",
    "warning target-mismatch: anti-PD-L1 → anti-PD-1",
  ],
  ["Run `sunitinib_ic50.py` and see https://example.org/bevacizumb."],
  ["```r\nfit <- lm(VIM ~ MET)\n```\n⟦VIM⟧ was quantified by IHC.", "target:VIM"],
  ["---\ndrugs: [⟦sunitinib⟧, sorafenibe]\n---\nNotes.", "drug:sunitinib", "error undeclared-term: sorafenibe → sorafenib"],
  ["| Drug | Target |\n|---|---|\n| ⟦axitinib⟧ | ⟦VEGFR1-3⟧ |", "drug:axitinib family:VEGFR"],
  ["⟦ACPP⟧ is the antigen of ⟦sipuleucel-T⟧.", "target:ACP3 drug:sipuleucel-t", "hint outdated-symbol: ACPP → ACP3"],
  ["⟦Cilengitide⟧ is approved for glioblastoma.", "drug:cilengitide", "information status-conflict: Cilengitide"],
  ["⟦Tazemetostat⟧ is FDA-approved for epithelioid sarcoma.", "drug:tazemetostat", "information status-conflict: Tazemetostat"],
  ["⟦HER2⟧ and ⟦Her-2/neu⟧ status was unknown.", "target:ERBB2 target:ERBB2", "hint inconsistent-form: Her-2/neu → HER2"],
  [
    "TAM infiltration rose; ⟦TAM receptors⟧ such as ⟦AXL⟧ were up; ⟦TAM⟧ 20 mg was stopped.",
    "family:TAM_receptors target:AXL drug:tamoxifen",
  ],
  ["⟦NF-kB⟧, ⟦NF-κB⟧ and ⟦NFkB⟧ were used in one manuscript.", "complex:NFkappaB complex:NFkappaB complex:NFkappaB"],
  [
    "⟦nab-Paclitaxel⟧ (⟦Abraxane⟧®) plus ⟦gemcitabine⟧ was used.",
    "drug:paclitaxel-protein-bound drug:paclitaxel-protein-bound drug:gemcitabine",
  ],
  [
    "⟦LNPs⟧, ⟦AuNPs⟧ and ⟦PLGA nanoparticles⟧ carried siRNA against ⟦KRAS⟧.",
    "nanoplatform:lipid-nanoparticles nanoplatform:gold-nanoparticles nanoplatform:polymer-nanocarriers target:KRAS",
  ],
  ["⟦CRISPR-Cas9 editing⟧ of ⟦PDCD1⟧ in T cells was safe.", "strategy:crispr-cas9-editing target:PDCD1"],
  ["Le bévacizumab et le ⟦nivolumab⟧ ont été associés.", "drug:nivolumab"],
  ["Her tumour grew, and her mother had KIT for hiking."],
  [
    "⟦Trastuzumab deruxtecan⟧ (⟦T-DXd⟧), not ⟦trastuzumab⟧, was given.",
    "drug:trastuzumab-deruxtecan drug:trastuzumab-deruxtecan drug:trastuzumab",
  ],
];

describe("the sentence", () => {
  for (const [i, [source, references = "", expected]] of SENTENCES.entries()) {
    it(`L${String(i + 1).padStart(2, "0")} names ${references || "nothing"}, and gets ${expected ?? "no finding"}`, () => {
      checkRecords(source, ...references.split(" ").filter(Boolean));
      // which of two spellings is to be written is for house style to say
      const settings = levels({ "inconsistent-form": expected?.includes("inconsistent-form") ? "hint" : "off" });
      const found = findings(real(), noteOf(source.replace(/[⟦⟧]/g, "")), settings);
      assert.deepEqual(
        found.map(({ level, rule, word, replacements: [first] }) => `${level} ${rule}: ${word}${first === undefined ? "" : ` → ${first}`}`),
        expected === undefined ? [] : [expected],
      );
    });
  }
});
