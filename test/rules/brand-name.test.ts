import { real } from "../example";
import { checkFor } from "../findings";

const check = checkFor("brand-name", real);

describe("brand-name", () => {
  it("finds brands, and puts the INN in their place", () =>
    check("Given ⟦Avastin→bevacizumab⟧® 10 mg/kg.", "⟦Keytruda→Pembrolizumab⟧ was given. ⟦Opdivo→Nivolumab⟧ was not."));
  it("is silent where the INN stands beside it, and on the INN", () =>
    check("Given bevacizumab (Avastin®) and Keytruda (pembrolizumab), then nivolumab.", "> Avastin was given."));
});
