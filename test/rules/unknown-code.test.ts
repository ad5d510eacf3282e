import assert from "node:assert/strict";
import { findings } from "../../server/features/diagnostics";
import { DEFAULTS } from "../../server/settings";
import { noteOf, real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("unknown-code", real);

describe("unknown-code", () => {
  it("finds a code a digit off a known one beside a dose or treatment, and writes it as the note does", () =>
    check(
      "Patients received ⟦LY2157289→LY2157299⟧ at 150 mg BID.",
      "Patients received ⟦LY-2157289→LY-2157299⟧.",
      "Mice were treated with ⟦LY 2157229→LY 2157299⟧ 75 mg/kg.",
      "Mice were treated with ⟦LY2157929→LY2157299⟧ 75 mg/kg.",
      "She received ⟦BAY 73-4560→BAY 73-4506⟧, then BAY 73-4506, on 12-1234 days.",
    ));
  it("takes no month of a year for a code", () =>
    check("Patients received it in APR 2021, treated with MAR 2020 lots.", "Dosed APR-2021."));
  it("finds a code whose letters were swapped, where no drug's code begins so", () =>
    check(
      "Does ⟦GKS2118436→GSK2118436⟧ cross the barrier?",
      "Ask for ⟦GKS-2118436→GSK-2118436⟧.",
      "Patients received ⟦PXL4032→PLX4032⟧.",
      // few digits need a frame; some companies' letters are others' in another order; units and countries have two
      "Version PXL4032 is out.",
      "Does GSK2118437 cross the barrier? MSC2118436 does.",
      "Patent US 11248 was given.",
    ));
  it("finds a digit too few or too many in a long number, not in a short one", () =>
    check(
      "Mice were treated with ⟦LY215799→LY2157299⟧ 75 mg/kg.",
      "Mice were treated with ⟦LY21577299→LY2157299⟧ and ⟦PF-0646922→PF-06463922⟧ 10 mg/kg.",
      // the zero at the beginning of Pfizer's numbers is often left out
      "Mice were treated with PF-6463922 10 mg/kg.",
      // near another drug's code: INCB28060 is capmatinib
      "Mice were treated with INCB28050 10 mg/kg.",
      "Mice were treated with AMD31000 5 mg/kg and AZD929 10 mg/kg.",
    ));
  it("says which digits differ, and finds a slip in a code with one letter and a hyphen", () => {
    check("Inhibitors: ⟦Y-27623→Y-27632⟧ 10 µM.", "It was Y 27623 5 mg, lot R-27623 5 mg and Y-2763 5 mg.");
    const messages = findings(real(), noteOf("Given GSK2118463 150 mg and GSK2118476 150 mg."), DEFAULTS).map(({ message }) => message);
    assert.match(messages[0]!, /GSK2118436, a code of dabrafenib, has two digits the other way round\.$/);
    assert.match(messages[1]!, /GSK2118436, a code of dabrafenib, differs in one digit\.$/);
  });
  it("is silent without such a frame, and on known codes", () =>
    check("LY2157289 is discussed.", "Patients received LY2157299 at 150 mg BID.", "Compound 17b and XJ-5501 were inactive."));
  it("is silent on codes near none, on short ones, and on what is no code", () =>
    check(
      "Patients received LY9999999 at 150 mg.",
      "Patients received MK-3476 200 mg.",
      "They received NCT02157299, PMC2157289 and LY2157289a, or 12157289 mg of it.",
      "Patients received LY2157289a 150 mg.",
      "Given GSE2157289 and figure-LY2157289 at 5 mg.",
    ));
  it("is silent on the number before or after a known one: a sibling, as BMS-936558 and BMS-936559 are", () =>
    check("Patients received LY2157298 80 mg.", "Patients received ⟦LY2157297→LY2157299⟧ 80 mg."));
  it("is silent in a series of codes, where neighbours are other drugs", () =>
    check("Patients received BMS-986206 50 mg and GSK3359610 8 mg."));
  it("leaves numbers of lots, boxes and grants alone, beside an amount too", () =>
    check("Lot ER-886526 (5 mg), cat. no. ER-886526, 10 mg, batch: ER-886526 (1 g)."));
});
