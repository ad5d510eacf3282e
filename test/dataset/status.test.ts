import assert from "node:assert/strict";
import type { DrugRecord, RegulatoryEvent } from "../../server/dataset/records";
import { setbacksOf, setbackText } from "../../server/dataset/setbacks";
import { statusOf } from "../../server/dataset/status";
import { fateInShort } from "../../server/features/summaryWord";
import { records } from "../example";

const drug = records[0] as DrugRecord;

/** "2004-02 FDA approved colon cancer" → an event; `outside:`, `care:` or `in:` before the indication: outside oncology, for supportive care, or in oncology beyond doubt; `by:` a date that is only the look-up's; a `?` behind the date: unconfirmed. */
function eventOf(text: string): RegulatoryEvent {
  const [, date, doubt, agency, event, prefix, subject] = /^([^\s?]+)(\?)? (\S+) (\S+)(?: (outside:|care:|in:|by:)?(.*))?$/.exec(text)!;
  return {
    date: date!,
    agency: agency!,
    event: event!,
    ...(subject ? { indication: subject, cancer: `cancer:${subject}` } : {}),
    ...(subject && event!.startsWith("pivotal") ? { trial: subject } : {}),
    ...(prefix === "outside:" || prefix === "care:" ? { oncology: false } : {}),
    ...(prefix === "care:" ? { supportive: true as const } : {}),
    ...(prefix === "in:" ? { oncology: true } : {}),
    ...(doubt ? { unconfirmed: true as const } : {}),
    ...(prefix === "by:" ? { note: "year not in our tables" } : {}),
    sources: [],
  };
}

const drugWith = (events: readonly string[]): DrugRecord => ({ ...drug, regulatory: { as_of: "2026-11", events: events.map(eventOf) } });

/** Checks what is said of a drug with these events. */
function check(expected: string, ...events: string[]): void {
  const status = statusOf(drugWith(events));
  assert.equal(status.text ? `${status.word}: ${status.text}` : status.word, expected, events.join("; "));
  assert.equal(status.asOf, "2026-11");
}

describe("status", () => {
  it("says approved, with the first year of each agency", () => {
    check("approved: FDA 2004, EMA 2005", "2004-02 FDA approved colon", "2005 EMA approved colon", "2010 FDA approved lung");
    check("approved: FDA 2008 accelerated", "2008 FDA approved-accelerated breast");
    check("approved: FDA 2008", "2008 FDA approved-accelerated breast", "2010 FDA converted-to-full breast");
    check("approved: FDA 2008, EMA 2009 conditional", "2008 FDA approved breast", "2009 EMA approved-accelerated breast");
    check("approved: UK 2021", "2021 MHRA approved colon");
    check("approved: FDA 1957 (unconfirmed)", "1957? FDA approved colon", "1990 FDA approved lung");
    check("approved: FDA 1957", "1957? FDA approved colon", "1957-03 FDA approved lung");
    check("not approved in oncology: only outside it, FDA 1942 (unconfirmed; pain)", "1942? FDA approved outside:pain");
  });
  it("gives no year to an approval that a list has without one: ketoconazole was none of 2025", () => {
    const events = [{ ...eventOf("2025-08 FDA approved outside:fungi"), note: "in the open tables as of 2025-08, which give no date" }];
    const { text } = statusOf({ ...drug, regulatory: { as_of: "2026-11", events } });
    assert.equal(text, "only outside it, FDA by 2025 (fungi)");
  });
  it("says when a list last called an authorisation conditional, unless another was full or it became full: sotorasib, dostarlimab", () => {
    const said = (...later: readonly string[]) => {
      const events = [{ ...eventOf("2022-01-06 EMA approved lung"), conditional_in: 2023 }, ...later.map(eventOf)];
      return statusOf({ ...drug, regulatory: { as_of: "2026-11", events } }).text;
    };
    assert.equal(said(), "EMA 2022 (conditional in 2023)");
    assert.equal(said("2024 FDA approved colon"), "EMA 2022 (conditional in 2023), FDA 2024");
    assert.equal(said("2024 EMA approved colon"), "EMA 2022");
    assert.equal(said("2024 EMA converted-to-full lung"), "EMA 2022");
  });
  it("says where an approval is only regional", () => {
    check("approved regionally: China 2018", "2018 NMPA approved nasopharynx");
    check("approved regionally: Japan 2015, South Korea 2016", "2015 PMDA approved melanoma", "2016 MFDS approved melanoma");
    check("approved: Japan 2015, EMA 2017", "2015 PMDA approved melanoma", "2017 EMA approved melanoma");
    check("approved regionally: elsewhere 2011", "2011 other approved lung");
  });
  it("says withdrawn when no approval stands any more", () => {
    check(
      "withdrawn: FDA 2020-02; had been approved: FDA 2016 accelerated",
      "2016 FDA approved-accelerated sarcoma",
      "2020-02 FDA withdrawn",
    );
    check(
      "withdrawn: FDA 2020, EMA 2019; had been approved: FDA 2016, EMA 2016",
      "2016 FDA approved sarcoma",
      "2016 EMA approved sarcoma",
      "2020 FDA withdrawn",
      "2019 EMA withdrawn",
    );
    check("withdrawn: by its maker 2020; had been approved: FDA 2016", "2016 FDA approved sarcoma", "2020 none withdrawn");
  });
  it("lets an approval stand that another agency's withdrawal, or another indication's, does not touch", () => {
    check("approved: EMA 2017", "2016 FDA approved sarcoma", "2017 EMA approved sarcoma", "2020 FDA withdrawn");
    check("approved: FDA 2004", "2004 FDA approved colon", "2008 FDA approved breast", "2011 FDA indication-withdrawn breast");
    check("withdrawn: FDA 2011; had been approved: FDA 2008", "2008 FDA approved breast", "2011 FDA indication-withdrawn breast");
    check("approved: FDA 2015", "2010 FDA approved colon", "2012 FDA withdrawn colon", "2015 FDA approved colon");
  });
  it("counts from an agency's first approval, though that use be taken back, but for a drug that was taken back as a whole", () => {
    check(
      "approved: FDA 2016",
      "2016 FDA approved-accelerated in:bladder",
      "2020 FDA approved in:liver",
      "2021 FDA indication-withdrawn in:bladder",
    );
    check("approved: FDA 2025", "2020 FDA approved in:myeloma", "2023 FDA withdrawn", "2025 FDA approved in:lymphoma");
  });
  it("says filed, refused and in trials with the phase reached", () => {
    check("filed: EMA 2024", "2020 none phase3", "2024 EMA filed lung");
    check("in trials: phase III", "2023 none phase3", "2023 EMA filed", "2024 EMA refused");
    check("in trials: phase III", "2023 none phase3", "2023 EMA filed", "2024 EMA application-withdrawn");
    check("in trials: phase I", "2023 none phase1");
    check("in trials: phase II", "2019 none phase2", "2024 none phase1");
    check("status unknown: phase III reached", "2013 none pivotal-trial-negative CENTRIC");
    check("in trials: phase II", "2013 none pivotal-trial-negative CENTRIC", "2024 none phase2");
    check("in trials: phase III", "2023 none pivotal-trial-positive CENTRIC");
  });
  it("never says that a trial goes on of which nothing has been known for years", () => {
    check("status unknown: phase I reached; last trial known 2021", "2019 none phase1", "2021 none phase1");
    check("status unknown: tried as a device; last trial known 2019", "2019 none device-study prostate");
    check(
      "status unknown: phase II reached; last trial known 2014; approved outside oncology: FDA 1967 (infection)",
      "1967 FDA approved outside:infection",
      "2014 none phase2",
    );
  });
  it("says what is unconfirmed where it is said", () => {
    check("in trials: phase III (unconfirmed)", "2022 none phase2", "2023? none phase3");
    check("in trials: phase III", "2022 none phase3", "2023? none phase3");
    check("discontinued: 2000 (unconfirmed); phase III reached", "2000 none phase3", "2000? none discontinued");
    check("filed: EMA 2024 (unconfirmed)", "2020 none phase3", "2024? EMA filed lung");
    const setbacks = setbacksOf(drugWith(["2013? none pivotal-trial-negative CENTRIC", "2024 FDA refused lung", "2026? FDA refused lung"]));
    assert.deepEqual(setbacks.map(setbackText), ["refused: FDA 2024, 2026 (unconfirmed)", "failed: CENTRIC 2013 (unconfirmed)"]);
  });
  it("says discontinued, with the phase reached, unless development went on", () => {
    check("discontinued: 2014; phase III reached", "2013 none pivotal-trial-negative CENTRIC", "2014 none discontinued");
    check("discontinued: 2020-01; phase II reached", "2014 none phase2", "2020-01 none discontinued");
    check("discontinued: by 2025-12; phase I reached", "2014 none phase1", "2025-12 none discontinued by:look-up");
    check("in trials: phase II", "2010 none discontinued", "2024 none phase2");
    check("filed: FDA 2014", "2010 none discontinued", "2014 FDA filed");
  });
  it("says phase II of a pivotal trial whose note says so: telaglenastat's CANTATA", () => {
    const trial = { ...eventOf("2021 none pivotal-trial-negative CANTATA"), note: "randomised phase II; no longer" };
    const events = [trial, eventOf("2022 none discontinued")];
    assert.equal(statusOf({ ...drug, regulatory: { as_of: "2026-11", events } }).text, "2022; phase II reached");
  });
  it("says supportive care where people with cancer are treated, not their tumour: plerixafor, trilaciclib, tocilizumab", () => {
    check("supportive care only: FDA 2008 (stem cells)", "2008 FDA approved care:stem cells");
    check(
      "supportive care only: FDA 2021 (marrow); phase III reached against tumours",
      "2021 FDA approved care:marrow",
      "2023 none pivotal-trial-negative X",
    );
    check(
      "supportive care only: FDA 2017 (cytokine release); outside oncology, FDA 2010 (arthritis)",
      "2010 FDA approved outside:arthritis",
      "2017 FDA approved care:cytokine release",
    );
    check(
      "in trials: phase II; approved for supportive care: FDA 2023 (stem cells)",
      "2023 FDA approved care:stem cells",
      "2024 none phase2",
    );
  });
  it("never takes an approval outside oncology for one", () => {
    check("not approved in oncology: only outside it, FDA 1967 (infection)", "1967 FDA approved outside:infection");
    check(
      "not approved in oncology: only outside it, FDA 1967, EMA 2014 (heart and other uses)",
      "1967 FDA approved outside:heart",
      "2014 EMA approved outside:haemangioma",
    );
    check(
      "not approved in oncology: phase III reached; only outside it, FDA 1967 (infection)",
      "1967 FDA approved outside:infection",
      "2015 none pivotal-trial-negative X",
    );
    check(
      "in trials: phase II; approved outside oncology: FDA 1967 (infection)",
      "1967 FDA approved outside:infection",
      "2023 none phase2",
    );
    check(
      "discontinued: 2018; phase II reached; approved outside oncology: FDA 1967 (infection)",
      "1967 FDA approved outside:infection",
      "2015 none phase2",
      "2018 none discontinued",
    );
    check("approved: EMA 2003", "1967 FDA approved outside:infection", "2003 EMA approved sarcoma");
    check("approved: EMA 2003", "1967 FDA approved", "2003 EMA approved in:sarcoma");
    check("approved: FDA 1967", "1967 FDA approved");
  });
  it("never takes a trial outside oncology for one", () => {
    check("in trials: phase III outside oncology", "2025 FDA phase3 outside:amyloidosis");
    check("in trials: phase I", "2023 none phase1", "2025 FDA phase3 outside:amyloidosis");
  });
  it("says of a device that it is one: a clearance is no approval of a medicine, a study of it has no phase", () => {
    check("in trials: as a device", "2024 none device-study prostate");
    check("in trials: phase III; cleared as a device 2019 (sarcoma)", "2019 other device-clearance sarcoma", "2023 none phase3");
  });
  it("says preclinical or unknown where nothing more is known", () => {
    check("preclinical", "2008 none preclinical-only");
    check("status unknown");
    check("status unknown", "2008 none expanded-access");
  });
});

describe("setbacks", () => {
  /** Checks what is said to have gone wrong with a drug with these events. */
  function check(expected: string[], ...events: string[]): void {
    const said = setbacksOf(drugWith(events)).map(({ word, what, disease }) => `${word}: ${what}${disease && ` in ${disease}`}`);
    assert.deepEqual(said, expected, events.join("; "));
  }
  it("are withdrawals though others stand, refusals and failed trials, the newest of each first", () =>
    check(
      ["withdrawn: FDA 2011 in breast", "refused: EMA 2015 in lung", "failed: AVANT 2012 in AVANT", "failed: C-08 2010 in C-08"],
      "2004 FDA approved colon",
      "2008 FDA approved breast",
      "2010 none pivotal-trial-negative C-08",
      "2011 FDA indication-withdrawn breast",
      "2012 none pivotal-trial-negative AVANT",
      "2015 EMA refused lung",
    ));
  it("name one agency's refusals of one use together", () =>
    check(["refused: FDA 2024, 2025 in liver"], "2019 NMPA approved liver", "2024-05 FDA refused liver", "2025-03 FDA refused liver"));
  it("have the date of the look-up where the year is not known", () => {
    const event = { ...eventOf("2025-12 none pivotal-trial-negative BR.18"), note: "reported by 2025-12; the year is not in our tables" };
    const [setback] = setbacksOf({ ...drug, regulatory: { as_of: "2025-12", events: [event] } });
    assert.equal(setback && setbackText(setback), "failed: BR.18 by 2025-12");
  });
  it("name what makers took back before an answer", () =>
    check(["application withdrawn: EMA 2016-09-21 in ovary"], "2015 EMA filed ovary", "2016-09-21 EMA application-withdrawn ovary"));
  it("do not say again what the status says", () => {
    check([], "2016 FDA approved sarcoma", "2020-02 FDA withdrawn");
    check(["failed: X 2019 in X"], "2016 FDA approved sarcoma", "2019 none pivotal-trial-negative X", "2020-02 FDA withdrawn");
    check([]);
  });
});

describe("the status in a row of a list", () => {
  const check = (expected: string, ...events: string[]): void => assert.equal(fateInShort(drugWith(events)), expected, events.join("; "));
  it("has the year in which a drug was lost, unless that is not sure", () => {
    check("withdrawn 2020", "2016 FDA approved sarcoma", "2020-02 FDA withdrawn");
    check("withdrawn", "2016 FDA approved sarcoma", "2020-02? FDA withdrawn");
    check("discontinued 2019", "2015 none phase2 lung", "2019-03 none discontinued");
    check("discontinued by 2025", "2015 none phase2 lung", "2025-12 none discontinued by:lung");
  });
  it("says of a drug that is not approved that a pivotal trial failed", () => {
    check("in trials, failed 2024", "2025 none phase2 lung", "2024-05 none pivotal-trial-negative X");
    check("approved", "2016 FDA approved sarcoma", "2019 none pivotal-trial-negative X");
    check("in trials", "2025 none phase2 lung", "2024? none pivotal-trial-negative X");
  });
});
