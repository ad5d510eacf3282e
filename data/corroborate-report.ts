/** Prints a comparison with the open tables: `CORROBORATION.md`, and a line for the console. */
import { idOf } from "../server/dataset/records";
import type { Corroboration, Pair, Verdict } from "./corroborate";

/** Verdicts by which a table speaks for a pair: those that the goal of 80 % counts. */
const BY_TABLES: readonly Verdict[] = ["exact", "family", "response", "hand"];

/** The figures of a comparison. */
interface Figures {
  readonly pairs: number;
  readonly byVerdict: Readonly<Record<Verdict, number>>;
  /** Share of pairs that a table confirms, 0 to 1; also by CIViC's response or in a row written by hand. */
  readonly confirmed: number;
  /** Share of pairs that a table with a source confirms exactly, or by family or complex. */
  readonly strictly: number;
  /** Share of pairs with a named source of any kind. */
  readonly named: number;
  readonly contradicted: number;
  readonly unexplained: number;
}

/** Counts a comparison. */
export function figuresOf({ pairs, identifiers, approvals, dates, problems }: Corroboration): Figures {
  const byVerdict: Record<Verdict, number> = { exact: 0, family: 0, response: 0, hand: 0, part: 0, own: 0, note: 0 };
  for (const pair of pairs) byVerdict[pair.verdict]++;
  const total = Math.max(pairs.length, 1);
  const explained = [...pairs, ...identifiers, ...approvals, ...dates].filter((one) => one.reason).length;
  return {
    pairs: pairs.length,
    byVerdict,
    confirmed: BY_TABLES.reduce((sum, verdict) => sum + byVerdict[verdict], 0) / total,
    strictly: (byVerdict.exact + byVerdict.family) / total,
    named: pairs.filter((pair) => pair.isNamed).length / total,
    contradicted: explained + problems.length,
    unexplained: problems.length,
  };
}

/** The comparison in a line. */
export function summaryLine(result: Corroboration): string {
  const { pairs, byVerdict, confirmed, strictly, named, contradicted, unexplained } = figuresOf(result);
  const same = result.identifiers.filter((identifier) => identifier.verdict === "same").length;
  const both = result.approvals.filter((approval) => approval.verdict === "both").length;
  const dated = result.dates.filter((one) => one.verdict !== "differs").length;
  return (
    `${pairs} drug–target pairs: ${percent(confirmed)} confirmed by tables (${percent(strictly)}: ${byVerdict.exact} exactly, ${byVerdict.family} by family), ` +
    `${percent(named)} with a named source; ${same} of ${result.identifiers.length} identifiers confirmed, ${both} of ${result.approvals.length} approvals in both, ${dated} of ${result.dates.length} dates of the EMA the same; ` +
    `${contradicted} contradictions, ${unexplained} without a written reason`
  );
}

const HEADINGS: ReadonlyArray<readonly [verdict: Verdict, title: string, note: string]> = [
  ["exact", "Confirmed exactly", "A table has the drug with this target."],
  [
    "family",
    "Confirmed through family or complex",
    "A table has the drug with a member of this family or complex, or with a family of this target.",
  ],
  ["response", "Confirmed by response", "CIViC has response to the drug, given alone, where the target is altered."],
  ["hand", "In hand-written rows of the tables only", "Those who made the tables wrote these rows themselves and name no source."],
  ["part", "Through the drug that it carries", "A table has the target for the drug inside the name."],
  ["own", "Not in the tables, with the record's own source", ""],
  ["note", "Not in the tables, a curator's note only", "To be replaced by a source that somebody has opened."],
];

/** The whole comparison as Markdown. Same data, same text. */
export function printCorroboration(result: Corroboration): string {
  const { byVerdict, confirmed, strictly, named, pairs, contradicted, unexplained } = figuresOf(result);
  const share = (count: number) => `${count} | ${percent(count / Math.max(pairs, 1))}`;
  const lines = [
    "# Corroboration",
    "",
    "What the records say, compared with the open tables in `imported/` (`SOURCES.md` tells where they come from).",
    "Written by `npm run data:check`; not edited by hand. Reasons stand in `corroboration-reasons.tsv`.",
    "",
    `${pairs} drug–target pairs. Confirmed by tables: ${percent(confirmed)} (goal 80 %; ${percent(strictly)} exactly or by family, the rest by CIViC's response and in rows written by hand). With a named source of any kind: ${percent(named)} (goal 95 %).`,
    `Contradictions: ${contradicted}, of which ${unexplained} without a written reason (goal 0).`,
    "",
    "| drug–target pairs | count | share |",
    "|---|---|---|",
    ...HEADINGS.map(([verdict, title]) => `| ${title.toLowerCase()} | ${share(byVerdict[verdict])} |`),
    "",
    ...contradictions(result),
    ...HEADINGS.flatMap(([verdict, title, note]) => pairTable(result.pairs, verdict, title, note)),
    ...identifierTable(result),
    ...approvalTable(result),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function contradictions({ pairs, identifiers, approvals, dates }: Corroboration): string[] {
  const rows = [
    ...pairs
      .filter((pair) => pair.against.length > 0)
      .map(({ drug, target, action, against, reason }) => [drug, `${target} ${action}`, against.join(", "), reason]),
    ...identifiers
      .filter((identifier) => identifier.verdict === "differs")
      .map(({ record, key, value, tables, reason }) => [record, `${key} ${value}`, tables.join(", "), reason]),
    ...approvals
      .filter((approval) => approval.verdict === "table only" && approval.agency === "FDA")
      .map(({ drug, agency, reason }) => [drug, `no approval by the ${agency}`, "approved", reason]),
    ...dates
      .filter((dated) => dated.verdict === "differs")
      .map(({ drug, agency, event, brand, date, reason }) => [
        drug,
        `nothing of the kind on ${date}`,
        `${agency} ${event} (${brand})`,
        reason,
      ]),
  ];
  return section("Contradicted", "", ["record", "says", "tables say", "why it stands"], rows);
}

function pairTable(pairs: readonly Pair[], verdict: Verdict, title: string, note: string): string[] {
  const rows = pairs
    .filter((pair) => pair.verdict === verdict)
    .map(({ drug, target, action, by, others, together }) => [
      drug.slice("drug:".length),
      target,
      action.toLowerCase(),
      by.join(", "),
      [
        ...(others.length > 0 && verdict !== "exact" ? [`other member: ${others.map(idOf).join(", ")}`] : []),
        ...(together.length > 0 && verdict !== "exact" ? [`named together: ${together.join(", ")}`] : []),
      ].join("; "),
    ]);
  const hasNotes = rows.some((row) => row[4] !== "");
  const head = ["drug", "target", "action", "by", ...(hasNotes ? ["also in tables"] : [])];
  return section(title, note, head, hasNotes ? rows : rows.map((row) => row.slice(0, 4)));
}

function identifierTable({ identifiers }: Corroboration): string[] {
  const keys = [...new Set(identifiers.map((identifier) => identifier.key))].sort();
  const count = (key: string, verdict: string) => identifiers.filter((one) => one.key === key && one.verdict === verdict).length;
  const rows = keys.map((key) => [key, ...["same", "unknown", "differs"].map((verdict) => String(count(key, verdict)))]);
  return section("Identifiers", "", ["identifier", "the same in tables", "not in tables", "differs"], rows);
}

function approvalTable({ approvals, dates }: Corroboration): string[] {
  const agencies = [...new Set(approvals.map((approval) => approval.agency))].sort();
  const drugs = (agency: string, verdict: string) =>
    approvals.filter((one) => one.agency === agency && one.verdict === verdict).map((one) => idOf(one.drug));
  const count = (list: readonly string[]) => (list.length > 0 ? `${list.length}: ${list.join(", ")}` : "");
  const rows = agencies.map((agency) => {
    const decisions = dates.filter((one) => one.agency === agency);
    const agreeing = decisions.filter((one) => one.verdict !== "differs").length;
    return [
      agency,
      String(drugs(agency, "both").length),
      decisions.length > 0 ? `${agreeing} of ${decisions.length}` : "",
      count(drugs(agency, "record only")),
      count(drugs(agency, "table only")),
    ];
  });
  const note =
    "The tables know approvals by the FDA, the EMA and in Japan up to 2025; those by the EMA up to August 2023 with their dates. Each approval by the FDA must have an event, and each dated one of the EMA its event of that date. What tables alone have, without a date, stands on the full card, with its table.";
  return section("Approvals", note, ["agency", "in both", "dates agree", "in the record only", "in tables only"], rows);
}

function section(title: string, note: string, head: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | undefined>>): string[] {
  if (rows.length === 0) return [];
  const line = (cells: ReadonlyArray<string | undefined>) => `| ${cells.map((cell) => (cell ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
  return [`## ${title}`, "", ...(note ? [note, ""] : []), line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line), ""];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
