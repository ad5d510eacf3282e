/** Sixty-six sentences as researchers write them, each with exactly the findings that it must get. */
import assert from "node:assert/strict";
import { findings } from "../server/features/diagnostics";
import { DEFAULTS } from "../server/settings";
import { noteOf, real } from "./example";
import { levels, withFixes } from "./findings";

const SENTENCES: ReadonlyArray<readonly [id: string, text: string, finding?: string]> = [
  ["L01", "Bevacizumab blocks VEGF-A and slows angiogenesis."],
  ["L02", "We gave sunitinib malate 50 mg daily (4/2 schedule)."],
  ["L03", "Patients received nivolumab + ipilimumab."],
  ["L04", "Nivolumab/ipilimumab improved OS (HR 0.63; 95% CI 0.52-0.76)."],
  ["L05", "FOLFOX plus bevacizumab remains first line in mCRC."],
  ["L06", "Anti-PD-1 therapy failed in cold tumours."],
  ["L07", "Mice were treated with αPD-1 (clone RMP1-14) twice a week."],
  ["L08", "The VEGF-A/VEGFR2 axis drives permeability."],
  ["L09", "Expression of MMP-2/-9 was raised at the invasive front."],
  ["L10", "CDK4/6 inhibitors changed HR+ breast cancer."],
  ["L11", "PI3K/AKT/mTOR signalling promotes survival."],
  ["L12", "TKIs and MMPIs were combined; MMPs were assayed by zymography."],
  ["L13", "Bevacizumab's half-life is about 20 days."],
  ["L14", "Trp53-null mice and TP53-mutant patients behave differently."],
  ["L15", "Loss of p53 and *PTEN* was common."],
  ["L16", "Sotorasib is active in KRAS G12C NSCLC."],
  ["L17", "BRAF p.V600E melanoma responds to dabrafenib and trametinib."],
  ["L18", "ERBB2-amplified tumours are called HER2-positive."],
  ["L19", "p-AKT (Ser473) fell after capivasertib."],
  ["L20", "Galunisertib lowered pSMAD2 in tumour biopsies."],
  ["L21", "Integrin $\\alpha\\text{v}\\beta 3$ is blocked by cilengitide."],
  ["L22", "Cilengitide targets αvβ3 and αvβ5."],
  ["L23", "alpha-v beta-3 integrin and avb3 are the same receptor."],
  ["L24", "TGF- β drives EMT."],
  ["L25", "TGFβ1, TGF-beta1 and TGFB1 denote one protein."],
  ["L26", "E-cadherin was lost and vimentin gained."],
  ["L27", "PD‑L1 (TPS ≥50%) predicted response to pembrolizumab."],
  ["L28", "CAR T cells against HER2, EGFR and MUC1 are in trials."],
  ["L29", "Snail and Twist repress CDH1."],
  ["L30", "At a snail's pace, the story took a twist."],
  ["L31", "We MET the primary endpoint in 2019."],
  ["L32", "MET exon 14 skipping responds to capmatinib."],
  ["L33", "Cells undergo EMT and later MET at the metastatic site."],
  ["L34", "Cells were lysed with the RIPA kit and kept on ice for the rest of the day."],
  ["L35", "KIT-mutant GIST responds to imatinib."],
  ["L36", "The ER+/PR+ subgroup did better; AEs were mild."],
  ["L37", "AR and VR headsets were used for training."],
  ["L38", "ORR, PFS, OS, DOR, CR, PR, SD and PD were assessed by RECIST 1.1 with ECOG 0-1."],
  ["L39", "CTCs were isolated by FACS; IHC, WB, qPCR and ELISA followed."],
  ["L40", "The FDA, EMA and PMDA differ; the IRB approved the protocol."],
  ["L41", "Patients were treated with ⟦bevacizumb→bevacizumab⟧ 10 mg/kg.", "warning misspelled-name"],
  ["L42", "⟦Pembrolizumap→Pembrolizumab⟧ and nivolumab were compared.", "warning misspelled-name"],
  ["L43", "We added ⟦galunisertinib→galunisertib⟧ to the panel.", "warning misspelled-name"],
  ["L44", "⟦Zorfanatinib⟧ 20 mg was given orally.", "warning unknown-drug-name"],
  ["L45", "A new agent, ⟦qelvotamab⟧, is discussed in the editorial.", "information unknown-drug-name"],
  ["L46", "Osimertinib and befotertinib are third-generation TKIs."],
  ["L47", "Compound 17b and XJ-5501 were inactive."],
  ["L48", "Patients received ⟦LY2157289→LY2157299⟧ at 150 mg BID.", "information unknown-code"],
  ["L49", "LY2157299 inhibits ALK5."],
  ["L50", "Nivolumab (⟦anti-PD-L1→anti-PD-1⟧) was continued.", "warning target-mismatch"],
  ["L51", "Run `sunitinib_ic50.py` and see https://example.org/bevacizumb."],
  ["L52", "```r\nfit <- lm(VIM ~ MET)\n```\nVIM was quantified by IHC."],
  ["L53", "---\ndrugs: [sunitinib, ⟦sorafenibe→sorafenib⟧]\n---\nNotes.", "error undeclared-term"],
  ["L54", "| Drug | Target |\n|---|---|\n| axitinib | VEGFR1-3 |"],
  ["L55", "⟦ACPP→ACP3⟧ is the antigen of sipuleucel-T.", "hint outdated-symbol"],
  ["L56", "⟦Cilengitide⟧ is approved for glioblastoma.", "information status-conflict"],
  ["L57", "⟦Tazemetostat⟧ is FDA-approved for epithelioid sarcoma.", "information status-conflict"],
  ["L58", "HER2 and ⟦Her-2/neu→HER2⟧ status was unknown.", "hint inconsistent-form"],
  ["L59", "TAM infiltration rose; TAM receptors such as AXL were up; TAM 20 mg was stopped."],
  ["L60", "NF-kB, NF-κB and NFkB were used in one manuscript."],
  ["L61", "nab-Paclitaxel (Abraxane®) plus gemcitabine was used."],
  ["L62", "LNPs, AuNPs and PLGA nanoparticles carried siRNA against KRAS."],
  ["L63", "CRISPR-Cas9 editing of PDCD1 in T cells was safe."],
  ["L64", "Le bévacizumab et le nivolumab ont été associés."],
  ["L65", "Her tumour grew, and her mother had KIT for hiking."],
  ["L66", "Trastuzumab deruxtecan (T-DXd), not trastuzumab, was given."],
];
/** The sentence whose finding house style asks for. */
const WITH_STYLE = "L58";

describe("the sentence", () => {
  for (const [id, source, finding] of SENTENCES) {
    it(`${id} gets ${finding ?? "no finding"}`, () => {
      const text = source.replace(/⟦([^→⟧]*)(?:→[^⟧]*)?⟧/g, "$1");
      const found = findings(real(), noteOf(text), id === WITH_STYLE ? levels({ "inconsistent-form": "hint" }) : DEFAULTS);
      assert.equal(withFixes(text, found), source);
      assert.deepEqual(
        found.map(({ level, rule }) => `${level} ${rule}`),
        finding ? [finding] : [],
      );
    });
  }
});
