import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("status-conflict", real);

describe("status-conflict", () => {
  it("finds a drug called approved that never was, or is no longer", () =>
    check(
      "⟦Cilengitide⟧ is approved for glioblastoma.",
      "⟦Tazemetostat⟧ is FDA-approved for epithelioid sarcoma.",
      "⟦Tazverik®⟧ is now approved by the FDA.".replace("®⟧", "⟧®"),
      "We used the FDA-approved drug ⟦marimastat⟧.",
      "It was compared with the EMA-approved MMP inhibitor ⟦marimastat⟧.",
      "⟦Galunisertib⟧ was approved in 2019.",
      "⟦Cilengitide⟧ has been approved by FDA and EMA.",
    ));
  it("finds a drug that was refused or failed in a pivotal trial and has no approval on record, but for animals", () => {
    check(
      "⟦Poziotinib⟧ is FDA-approved. ⟦Brivanib⟧ is approved for liver cancer.",
      "Masitinib is approved for mast cell tumours in dogs. Clodronate is approved for breast cancer.",
      "Berzosertib is approved for ovarian cancer.",
    );
    assert.equal(
      findings(real(), noteOf("Poziotinib is approved."), DEFAULTS)[0]!.message,
      "“Poziotinib” is called approved; as of 2026-11 its record has no approval but “refused: FDA 2022-11-25”.",
    );
  });
  it("is silent on what is approved, and on what once was, in the past tense", () =>
    check(
      "Bevacizumab is approved for colorectal cancer.",
      "Tazemetostat was approved in 2020 for epithelioid sarcoma.",
      "Tazemetostat has been approved for follicular lymphoma.",
      "Plerixafor is approved for stem-cell mobilisation.",
      "Aspirin is FDA-approved. Panobinostat is approved in the EU. Tocilizumab is approved for rheumatoid arthritis.",
    ));
  it("finds it in a table of drugs and their status alone, and where the cell or the heading names an agency", () =>
    check(
      "| Drug | Status |\n| --- | --- |\n| cilengitide | ⟦approved⟧ |\n| bevacizumab | approved |",
      "| Drug | Ordered | Status |\n| --- | --- | --- |\n| cilengitide | May | approved |\n| marimastat | May | ⟦FDA approved⟧ |",
      "| Drug | Status |\n| --- | --- |\n| cilengitide | ⟦approved for recurrent glioblastoma⟧ |\n| marimastat | approved for phase II |",
      "| Drug | Status |\n| --- | --- |\n| marimastat | approved for compassionate use in sarcoma |\n| masitinib | approved for canine mast cell tumours |",
      "| Drug | Status |\n| --- | --- |\n| cilengitide | approved for a trial in glioma |\n| marimastat | licensed for dogs with melanoma |",
      "| Drug | Ordered | Status (FDA) |\n| --- | --- | --- |\n| cilengitide | May | ⟦approved⟧ |",
    ));
  it("asks for a cancer where a drug is approved outside oncology", () =>
    check(
      "⟦Metformin⟧ is approved for the treatment of breast cancer.",
      "Metformin is approved for type 2 diabetes in breast cancer patients.",
    ));
  it("does not take for what it is approved for in whom it is given, nor what is done about a cancer besides", () =>
    check(
      "Plerixafor is approved in multiple myeloma, for patients with lymphoma, for myeloma. Trilaciclib is approved for small-cell lung cancer.",
      "Alendronate is approved for women with breast cancer. Tocilizumab is approved in lymphoma.",
      "Aspirin is approved for colorectal cancer prevention, lidocaine for surgery. Lidocaine is approved for breast cancer surgery.",
      "⟦Metformin⟧ is approved for the treatment of patients with breast cancer. ⟦Disulfiram⟧ is approved for glioblastoma.",
      "For bone metastases ⟦saracatinib⟧ is an approved option.",
    ));
  it("is silent on supportive care, which is approved in a cancer, though against none: trilaciclib, motixafortide", () =>
    check(
      "Trilaciclib is approved in small cell lung cancer.",
      "Motixafortide is FDA-approved in multiple myeloma.",
      "Plerixafor was approved for lymphoma.",
    ));
  it("is silent in negation, condition, question and quotation, and where the story is told", () =>
    check(
      "Cilengitide is not approved. Cilengitide was never approved. Cilengitide is not yet approved.",
      "If cilengitide is approved, we shall use it. Whether cilengitide is approved is unknown.",
      "Is cilengitide approved? Cilengitide is approved?",
      "Cilengitide could be approved. Cilengitide will be approved.",
      "No non-approved cilengitide and no previously approved cilengitide.",
      "Tazemetostat is approved no longer: it was withdrawn in 2026.",
      "It is wrong that cilengitide is approved.",
      "> Cilengitide is approved.",
      "They say “cilengitide is approved for glioblastoma” on their page.",
    ));
  it("is silent on what is struck out", () =>
    check("~~Cilengitide is approved.~~ It failed.", "~~It failed.~~ ⟦Cilengitide⟧ is approved."));
  it("is silent where something else is approved", () =>
    check(
      "The trial of cilengitide is approved. A derivative of cilengitide is approved.",
      "Cilengitide was approved by the ethics committee. Cilengitide is approved for clinical trials.",
      "The approved dose of cilengitide is unknown. Approved for glioblastoma, unlike cilengitide.",
    ));
  it("finds approval that a drug is said to have got, or to be among", () =>
    check(
      "⟦Magrolimab⟧ received FDA approval.",
      "⟦Batimastat⟧ has gained approval by the EMA.",
      "⟦Bintrafusp alfa⟧ is an approved drug.",
      "Olaratumab received accelerated approval in 2016. Magrolimab has not received FDA approval. Pembrolizumab received approval.",
    ));
  it("is silent where a board approved a protocol or trial of the drug", () =>
    check(
      "The ethics committee approved the marimastat protocol, and the IRB approved marimastat for it.",
      "An approved cilengitide trial; the committee has approved cilengitide for dogs.",
    ));
  it("finds approval in brackets, of the drugs of a class, and by an agency", () =>
    check(
      "⟦Cilengitide⟧ (approved in 2013) was the control, and ⟦galunisertib⟧ (FDA-approved) the probe.",
      "Approved drugs such as ⟦galunisertib⟧ block TGF-β. ⟦Cilengitide⟧ is now an approved drug.",
      "In 2014 the EMA approved ⟦cilengitide⟧.",
      "The FDA approved tazemetostat in January 2020. Olaratumab (approved in 2016) was withdrawn.",
      "The FDA has not approved cilengitide; the FDA approved a trial of galunisertib.",
    ));
  it("finds approval by an agency that never gave it, of a drug that is approved elsewhere", () =>
    check(
      "⟦Sintilimab⟧ is FDA-approved. ⟦Anlotinib⟧ has received FDA approval.",
      "Sintilimab is approved in China but not by the FDA. Anlotinib is approved by the NMPA. Camrelizumab is approved.",
    ));
  it("finds it in a table of what agencies decided", () =>
    check(
      "| Drug | Target | Status |\n|---|---|---|\n| cilengitide | αvβ3 | ⟦approved⟧ |\n| bevacizumab | VEGF-A | approved |\n",
      "| Drug | Regulatory status |\n|---|---|\n| cilengitide | ⟦FDA-approved⟧ |\n| galunisertib | not approved |\n",
      "| Drug | Order | Status |\n|---|---|---|\n| galunisertib | 5 g | approved |\n",
      "| Drug | Ethics status |\n|---|---|\n| cilengitide | approved |\n",
    ));
  it("is silent where a use is approved that is no treatment, by whoever decides on it", () =>
    check(
      "Galunisertib is approved for use in our trial, by the pharmacy, for dogs, for the next cohort, in our animal licence.",
      "The IRB approved galunisertib. The DSMB approved continuing cilengitide. Our approved protocol: galunisertib 150 mg.",
      "Galunisertib obtained approval for a phase II trial, and approval from the ethics committee.",
      "Compared with approved drugs galunisertib was weaker. FDA-approved compounds plus galunisertib.",
    ));
  it("is silent on what is wished, feared, thought or denied", () =>
    check(
      "Use it when galunisertib is approved. As soon as galunisertib is approved. In case cilengitide is approved. Imagine cilengitide is approved.",
      "He thought cilengitide is approved. A rumour has it that cilengitide is approved.",
      "Some believed cilengitide was approved. The press said cilengitide was approved, wrongly.",
      "Cilengitide is hardly approved anywhere. Cilengitide is approved in no country, by neither FDA nor EMA.",
      "Had the FDA approved cilengitide, we would use it.",
      "The abstract states that magrolimab is approved, which is an error.",
    ));
  it("gives status and date", () => {
    const [found] = findings(real(), noteOf("Tazemetostat is approved."), DEFAULTS);
    assert.match(
      found!.message,
      /^“Tazemetostat” is called approved; as of 2026-06 its record says “withdrawn: by its maker 2026-03-09, .*had been approved: FDA 2020[^”]*”\.$/,
    );
  });
  it("finds approval between commas, and a licence for a disease", () =>
    check(
      "⟦Cilengitide⟧, approved in 2012, is what we gave.",
      "⟦Tanomastat⟧ is licensed for ovarian cancer.",
      "Mavorixafor is licensed to X4. Tanomastat is licensed in from Bayer. A relative of cilengitide, approved in 2012, is used.",
      "Pembrolizumab, approved in 2014, is licensed for melanoma.",
    ));
  it("finds other words for approval: a marketing authorisation, the market, a licence, clearance", () =>
    check(
      "⟦Cilengitide⟧ has marketing authorisation in the EU. ⟦Galunisertib⟧ was granted conditional marketing authorization by the EMA.",
      "⟦Magrolimab⟧ is on the market. ⟦Marimastat⟧ is on the US market for pancreatic cancer. ⟦Tazemetostat⟧ remains on the market in the US.",
      "⟦Galunisertib⟧ is marketed in Japan. ⟦Batimastat⟧ is authorised for ovarian cancer, ⟦tanomastat⟧ was licensed for lung cancer.",
      "⟦Cilengitide⟧ is licensed in the UK. ⟦Magrolimab⟧ was cleared by the FDA for acute myeloid leukaemia.",
      "⟦Rebimastat⟧ holds FDA approval. ⟦Cilengitide⟧ was granted accelerated approval in 2013. ⟦Galunisertib⟧, which is approved in Europe, was given.",
      "The licensed drug ⟦marimastat⟧ was given. Marketed drugs such as ⟦galunisertib⟧ exist. ⟦Magrolimab⟧ is a marketed drug.",
      "The EMA granted marketing authorisation to ⟦cilengitide⟧. ⟦Cilengitide⟧ (approved by the EMA in 2013) was given.",
    ));
  it("is silent on these words where they are right, or mean something else", () =>
    check(
      "Bevacizumab has marketing authorisation in the EU, is on the market, licensed for colorectal cancer and marketed in Japan.",
      "Tazemetostat was marketed until 2026. Tazemetostat was granted accelerated approval in 2020. Metformin is on the market.",
      "Cilengitide has no marketing authorisation, is not on the market and was never licensed for glioblastoma.",
      "The maker of cilengitide has marketing authorisation for others. Galunisertib was marketed as a TGF-β probe by a vendor.",
      "Magrolimab was licensed to Gilead, licensed in 2019 from Stanford, and is licensed in China by Tianjing.",
      "Magrolimab was cleared by the FDA for a phase II trial in leukaemia. Marimastat is cleared by the liver; the IND of it was FDA-cleared.",
      "Does galunisertib have marketing authorisation? If cilengitide has marketing authorisation, we switch. Cilengitide will be on the market.",
      "> Cilengitide is on the market.",
      "They say “cilengitide is on the market in Europe” there. The EMA granted cilengitide orphan status. NBTXR3 is approved in Europe.",
      "The market for cilengitide is small. Approval of cilengitide is on hold. Cilengitide has approval from the ethics committee.",
    ));
  it("tells places from places where a drug is approved in some", () =>
    check(
      "⟦Sintilimab⟧ is approved in the US. ⟦Anlotinib⟧ is marketed in Europe. ⟦Camrelizumab⟧ is on the European market.",
      "Sintilimab is approved in China, on the Chinese market, and marketed in China. Anlotinib has marketing authorisation.",
    ));
  it("finds it in items of a list, and where a table answers yes", () =>
    check(
      "- ⟦Cilengitide⟧: approved\n- ⟦Galunisertib⟧ – FDA-approved (glioblastoma)\n- Bevacizumab: approved\n- Cilengitide: approved protocol\n",
      "| Drug | FDA approval |\n|---|---|\n| cilengitide | ⟦Yes⟧ |\n| bevacizumab | Yes |\n| galunisertib | No |\n",
      "| Drug | Target | Status |\n|---|---|---|\n| marimastat | MMP | ⟦Marketed⟧ |\n| bevacizumab | VEGF-A | marketed |\n",
    ));
  it("reads over a code or brand in brackets, and over what the drug is", () =>
    check(
      "⟦Galunisertib⟧ (LY2157299) is approved for hepatocellular carcinoma. ⟦Magrolimab⟧, an anti-CD47 antibody, is on the market.",
      "⟦Demcizumab⟧, now approved, is given. Approved MMP inhibitors include ⟦marimastat⟧ and ⟦batimastat⟧.",
      "Galunisertib (LY2157299) is not approved. A trial of magrolimab, an anti-CD47 antibody, was approved. Cilengitide (and bevacizumab) is approved.",
    ));
  it("says for what, and where, an approval elsewhere does not hold", () => {
    const message = (text: string) => findings(real(), noteOf(text), DEFAULTS)[0]!.message;
    assert.equal(
      message("Sintilimab is FDA-approved."),
      "“Sintilimab” is called approved by the FDA; as of 2025-12 its record says “refused: FDA 2022-03; approved regionally: China 2018”.",
    );
    assert.match(message("Sintilimab is approved in the UK."), /is called approved in the US or Europe; /);
    assert.match(message("Metformin is approved for breast cancer."), /^“Metformin” is called approved for a cancer; as of 2025-12 /);
  });
  it("finds what a drug is approved for behind what it is, in the plural, and by other verbs", () =>
    check(
      "⟦Marimastat⟧, an MMP inhibitor approved for pancreatic cancer, was the comparator. ⟦Bemcentinib⟧ is licensed for NSCLC.",
      "⟦Batimastat⟧ and ⟦marimastat⟧ are approved MMP inhibitors. The EMA has licensed ⟦cilengitide⟧. ⟦Galunisertib⟧ entered the market in 2013.",
      "⟦Intetumumab⟧ is approved in Canada. ⟦Utomilumab⟧ is an approved 4-1BB agonist.",
      "Marimastat, an MMP inhibitor never approved for cancer, and bemcentinib, a drug not yet approved in Europe, were used.",
      "Pembrolizumab, an antibody approved for melanoma, was the comparator. Olaratumab, an antibody approved in 2016, was withdrawn.",
      "Magrolimab was licensed for USD 95 million. Cilengitide never entered the market.",
    ));
  it("is silent on what a body allows that is no approval, and on who is licensed", () =>
    check(
      "Galunisertib was approved by the FDA for a phase II trial. Magrolimab was granted approval by the FDA to begin a study.",
      "The FDA approved galunisertib for compassionate use, magrolimab for phase III testing. The FDA has approved cilengitide as an orphan drug.",
      "The physician who gave cilengitide is licensed in Germany. Applicants must show that cilengitide has marketing authorisation.",
      "⟦Galunisertib⟧ was approved by the FDA for liver cancer. ⟦Cilengitide⟧ was approved by the EMA (2013). The FDA approved ⟦magrolimab⟧ for leukaemia.",
    ));
  it("does not know where else a withdrawn drug may be approved", () =>
    check("Tazemetostat is approved in Japan. Tazemetostat is on the market in Japan. ⟦Tazemetostat⟧ is approved in the US."));
  it("reads names that are links", () =>
    check(
      "[[⟦galunisertib⟧]] is approved for liver cancer. [[g/galunisertib|⟦Galunisertib⟧]] is approved. [⟦Cilengitide⟧](c.md) is approved.",
      "[[galunisertib|The drug]] is approved. [[cilengitide]] was never approved; [[nivolumab]] is approved.",
    ));
  it("finds what is called the first or an approved one", () =>
    check(
      "⟦Galunisertib⟧ was the first approved TGF-β inhibitor. ⟦Galunisertib⟧ became the first TGF-β inhibitor to be approved.",
      "⟦Galunisertib⟧, an FDA-approved drug, was given. ⟦Galunisertib⟧ is a clinically approved inhibitor of ALK5.",
      "Approved drugs (⟦galunisertib⟧, sorafenib) were given.",
      "Galunisertib, a not-yet-approved drug. Galunisertib was the first TGF-β inhibitor not approved. Galunisertib might be the first approved one.",
      "Galunisertib was to become the first approved TGF-β inhibitor. Not yet approved drugs (galunisertib) were given.",
      "Olaratumab was the first approved PDGFRα antibody. Maraviroc is the only approved CCR5 antagonist.",
    ));
  it("reads of several drugs that they are approved, and of what several are the partners or in trials", () =>
    check(
      "⟦Tiragolumab⟧ and atezolizumab are approved for NSCLC. ⟦Tiragolumab⟧, atezolizumab and bevacizumab have been approved.",
      "Trials of pembrolizumab and tiragolumab are approved. Partners of tiragolumab and vibostolimab are approved.",
      "The protocol for pembrolizumab, nivolumab and tiragolumab was approved. Tiragolumab and its partner are approved.",
    ));
  it("finds what a colon or a list calls approved, but no orders and doses that somebody approved", () =>
    check(
      "Approved agents: ⟦tiragolumab⟧, atezolizumab.\n\n- ⟦magrolimab⟧, approved\n- approved: ⟦cilengitide⟧\n",
      "Approved TIGIT antibodies are ⟦tiragolumab⟧ and ⟦vibostolimab⟧. The only approved TIGIT antibody is ⟦tiragolumab⟧.",
      "Approved: galunisertib 150 mg for cohort 2.\n\nApproved: cilengitide, 3 vials.\n\nApproved drugs: galunisertib 150 mg.",
    ));
  it("takes all of a list for what leads it, unless only some are approved", () =>
    check(
      "Approved drugs include bevacizumab, sunitinib and ⟦cilengitide⟧. Approved drugs (sunitinib, ⟦cilengitide⟧) were used.",
      "Approved and investigational agents such as cilengitide. Emerging or FDA-approved agents, including cilengitide.",
      "Approved drugs include bevacizumab, and cilengitide was added. Approved drugs such as bevacizumab and cilengitide were compared.",
      "No approved drugs, such as bevacizumab or cilengitide.",
    ));
  it("knows agencies by their full names, lines of treatment, and columns that say yes or a year", () =>
    check(
      "The European Medicines Agency approved ⟦tiragolumab⟧. ⟦Tiragolumab⟧ is approved (FDA 2023), as first-line treatment of NSCLC.",
      "| Drug | Approved |\n|---|---|\n| tiragolumab | ⟦yes⟧ |\n| magrolimab | no |\n",
      "| Drug | FDA | EMA |\n|---|---|---|\n| tiragolumab | ⟦approved⟧ | – |\n| bevacizumab | approved | approved |\n",
      "| Drug | Phase |\n|---|---|\n| tiragolumab | ⟦approved⟧ |\n| olaratumab | approved 2016 |\n",
    ));
  it("finds for which disease an item or an apposition calls it approved, and what a column of approvals dates", () => {
    check(
      "- ⟦galunisertib⟧ – approved for HCC\n- [x] ⟦tivantinib⟧, approved\n- galunisertib: approved for the trial",
      "⟦Galunisertib⟧, approved for HCC, was given. Galunisertib, approved for compassionate use, was given.",
      "⟦Metformin⟧ is approved for cancer. Metformin is approved for cancer cachexia.",
      "| Drug | Approval |\n|---|---|\n| cilengitide | ⟦FDA 2012⟧ |\n| olaparib | FDA 2014 |",
      "| Drug | Status |\n|---|---|\n| cilengitide | ⟦approved (EU)⟧ |",
    );
  });
  it("is silent on what somebody else is said to write, and on approval of a permit", () =>
    check(
      "According to the website magrolimab is approved. The leaflet says: magrolimab is approved. Magrolimab is approved, they wrote.",
      "Magrolimab is approved, but it is not on the market here, but is not. Bemcentinib received approval of its IND.",
    ));
  it("judges a body that is named by its own events alone", () => {
    check(
      "⟦Panobinostat⟧ is FDA-approved. ⟦Panobinostat⟧ has FDA approval. ⟦Panobinostat⟧ is approved in the US.",
      "⟦Mifamurtide⟧ was approved by the FDA in 2007. The FDA-approved drug ⟦vinflunine⟧ was used.",
      "| Drug | FDA status |\n|---|---|\n| panobinostat | ⟦approved⟧ |",
    );
    check(
      "Panobinostat is approved. Panobinostat is approved by the EMA. Panobinostat was approved by the FDA in 2015.",
      "In 2015, the FDA approved panobinostat. Panobinostat received accelerated approval from the FDA. Panobinostat is approved in Japan.",
      "Gefitinib is FDA-approved. Alemtuzumab is FDA-approved. Vinflunine is approved in Europe. Mifamurtide is EMA-approved.",
      "Raltitrexed is approved in the UK. Iruplinalkib is approved in China. Ofatumumab is approved in the EU.",
    );
    check("⟦Peginterferon alfa-2b⟧ is approved in Europe. Peginterferon alfa-2b was approved by the EMA in 2000.");
    const [first] = findings(real(), noteOf("Panobinostat is FDA-approved."), DEFAULTS);
    assert.equal(
      first!.message,
      "“Panobinostat” is called approved by the FDA; as of 2025-12 its record says “withdrawn: FDA 2022-03-24; approved: EMA 2015”.",
    );
  });
  it("finds approval that is taken for granted: since it, by what it was based on, for years", () => {
    check(
      "Since its approval, ⟦trebananib⟧ has changed the treatment of ovarian cancer. ",
      "The approval of ⟦cilengitide⟧ for glioblastoma was based on one trial.",
      "FDA approval of ⟦cilengitide⟧ came after one trial.",
      "⟦Ganetespib⟧ has been on the market for years. ⟦Ganetespib⟧ has been marketed for two decades.",
    );
    check(
      "Pembrolizumab came first. Since its approval, cilengitide has been forgotten.",
      "Since its approval in 2017, copanlisib has been used. The approval of copanlisib was based on CHRONOS-1.",
      "The approval of cilengitide is awaited. The approval of cilengitide was refused. Approval of cilengitide for glioma would have changed care.",
      "The approval of cilengitide for glioblastoma never came after all. Since its approval, bevacizumab has been used.",
      "The approval of cilengitide was granted by the ethics committee. FDA approval of cilengitide in 2027 is hoped for, or possible.",
    );
    check("FDA approval of ⟦cilengitide⟧ in 2013 changed care. The approval of ⟦cilengitide⟧ was granted by the FDA.");
  });
  it("takes no maker for the body that approves, nor one of two bodies for both, and waits for what the FDA was asked last", () =>
    check(
      "Temoporfin (Foscan, Biolitec, USA) is approved for head and neck cancer. Pixantrone (CTI BioPharma, US) is approved in lymphoma.",
      "Vinflunine, the drug of an American firm, is approved for bladder cancer. Vinflunine, an American alkaloid approved for bladder cancer, was given.",
      "FDA/EMA-approved drugs such as vinflunine were docked. The FDA/EMA-approved drug ⟦camrelizumab⟧ was docked.",
      "Ivonescimab is FDA-approved.",
    ));
  it("reads a disease in the brackets behind approved", () => {
    check(
      "- **⟦Xevinapant⟧** (approved, metastatic RCC)",
      "⟦Cilengitide⟧ (FDA-approved for glioblastoma) was added.",
      "⟦Cilengitide⟧ (approved; glioblastoma) was added.",
    );
    check(
      "Cilengitide (approved, but not for glioma). Cilengitide (approved by our board). Cilengitide (approved for use in mice).",
      "Infigratinib (approved in 2021 for cholangiocarcinoma) was used.",
    );
  });
  it("is silent on a cell that asks", () => check("| Drug | Status |\n|---|---|\n| cilengitide | approved? |"));
  it("marks what a cell says without the comment before it, which may silence it", () => {
    const table = "| Drug | Class | Status |\n|---|---|---|\n| cilengitide | integrin inhibitor |";
    check(`${table} <!-- ours --> ⟦approved⟧ |`, `${table} <!-- metastasis-notes: ignore-next status-conflict -->approved |`);
  });
});
