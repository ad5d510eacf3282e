import { real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("brand-name", real);

describe("brand-name", () => {
  it("finds brands, and puts the INN in their place", () =>
    check("Given ⟦Avastin→bevacizumab⟧® 10 mg/kg.", "⟦Keytruda→Pembrolizumab⟧ was given. ⟦Opdivo→Nivolumab⟧ was not."));
  it("finds one in brackets behind another drug", () => check("Given carboplatin (with ⟦Avastin→bevacizumab⟧)."));
  it("is silent on a brand of several drugs, and on codes and symbols", () => check("Given Aldomet and Cortef, then MK-3475; anti-ACPP."));
  it("is silent where the INN stands beside it, and on the INN", () =>
    check("Given bevacizumab (Avastin®) and Keytruda (pembrolizumab), then nivolumab.", "> Avastin was given."));
  it("is silent where its sentence has the INN: whoever writes both means the brand", () =>
    check(
      "Osimertinib is sold as Tagrisso. Generic imatinib replaced Glivec; ⟦Opdivo→nivolumab⟧ was stopped.",
      "Tagrisso, i.e. osimertinib, was given. ⟦Tagrisso→Osimertinib⟧ was stopped. Campath-1H was given.",
    ));
  it("is silent in brackets behind the INN, whatever stands there before, and in a row that has the INN", () =>
    check(
      "We read of elacestrant (EMERALD; Orserdu) and zanidatamab (HERIZON-BTC-01, Ziihera).",
      "| Drug | Brand | Date |\n|---|---|---|\n| tepotinib | Tepmetko | 2021 |\n| – | ⟦Keytruda→Pembrolizumab⟧ | 2014 |",
    ));
  it("puts no capital into a column whose other names have none, and one where they have", () => {
    const column = (...cells: string[]) => `| Drug | n |\n|---|---|\n${cells.map((cell) => `| ${cell} | 3 |\n`).join("")}`;
    check(
      column("sunitinib", "⟦Keytruda→pembrolizumab⟧", "⟦Opdivo→nivolumab⟧. ⟦Avastin→Bevacizumab⟧", "**axitinib**"),
      column("Sunitinib", "⟦Keytruda→Pembrolizumab⟧", "⟦Opdivo→Nivolumab⟧", "axitinib, then PD-L1"),
      column("⟦Keytruda→Pembrolizumab⟧", "⟦Opdivo→Nivolumab⟧", "–"),
    );
  });
});
