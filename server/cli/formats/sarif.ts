/** SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code hosts and other tools. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import texts from "../../../package.nls.json";
import { DEFAULTS, RULES, type RuleId } from "../../settings";
import type { Found, Range, Severity } from "../checked";
import { pathInside, slashes } from "../paths";
import type { About, Format } from "./format";

const LEVELS: Readonly<Record<Severity | "off", string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
  off: "none",
};
/** Further places of a term that are listed. */
const MOST_PLACES = 20;

/**
 * A log with one run.
 * @param readme the text of the README, which explains the rules under their names; empty where there is none
 * @param root folder that places count paths from: the repository's, as a workflow sees it
 */
export function sarifFormat({ version, dataset }: About, readme: string, root: string): Format {
  let count = 0;
  const driver = { name: "metastasis-notes", version, semanticVersion: version, rules: RULES.map((rule) => describe(rule, readme)) };
  const tool = { driver, extensions: [{ name: "dataset", version: dataset }] };
  return {
    // written in parts, since what stands between them may be long
    begin: () =>
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify(tool)},"columnKind":"utf16CodeUnits","results":[`,
    note: ({ file, findings }) =>
      findings.map((finding) => `${count++ > 0 ? "," : ""}\n${JSON.stringify(result(artifact(root, file), finding))}`).join(""),
    end: (problems) => {
      const toolExecutionNotifications = problems.map((text) => ({ level: "error", message: { text } }));
      const invocations = [{ executionSuccessful: problems.length === 0, toolExecutionNotifications }];
      return `],"invocations":${JSON.stringify(invocations)}}]}\n`;
    },
  };
}

/** GitHub takes so many results of a run, and shows so many of them: https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning */
const MOST_TAKEN = 25_000;
const MOST_SHOWN = 5_000;

/** What is to be said of so many findings, since GitHub does not show all of them; nothing where it does. */
export function moreThanShown(findings: number): string | undefined {
  if (findings <= MOST_SHOWN) return undefined;
  const most =
    findings > MOST_TAKEN
      ? `takes no SARIF run with more than ${MOST_TAKEN.toLocaleString("en")}`
      : `shows ${MOST_SHOWN.toLocaleString("en")} of a SARIF run, the loudest first`;
  return `${findings.toLocaleString("en")} findings: GitHub ${most}; check fewer notes at a time, or leave out findings by --severity or --baseline`;
}

/** A rule as code hosts show it: no link to the README, which stands elsewhere on each machine, but what it says. */
function describe(rule: RuleId, readme: string): object {
  const [part = ""] = readme.split(`\n### ${rule}\n\n`)[1]?.split("\n\n#") ?? [];
  const text = part.replace(/\[([^[\]]+)\]\(#[^()]*\)/g, "$1");
  return {
    id: rule,
    shortDescription: { text: texts[`setting.rules.${rule}`] },
    ...(text ? { fullDescription: { text: text.split("\n", 1)[0] }, help: { text, markdown: text } } : {}),
    defaultConfiguration: { enabled: DEFAULTS.rules[rule] !== "off", level: LEVELS[DEFAULTS.rules[rule]] },
  };
}

function result(artifactLocation: { uri: string }, finding: Found): object {
  const places = finding.others.slice(0, MOST_PLACES).map((other) => ({ ...other, message: "also here" }));
  if (finding.related) places.unshift(finding.related);
  return {
    ruleId: finding.rule,
    ruleIndex: RULES.indexOf(finding.rule),
    level: LEVELS[finding.level],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(finding) } }],
    // what a finding is known by when its line moves, as in a baseline
    partialFingerprints: { "word/v1": finding.word.toLowerCase() },
    ...(places.length > 0
      ? {
          relatedLocations: places.map(({ message, ...place }, id) => ({
            id,
            physicalLocation: { artifactLocation, region: region(place) },
            message: { text: message },
          })),
        }
      : {}),
    ...(finding.replacements.length > 0
      ? {
          fixes: finding.replacements.map((text) => ({
            description: { text: `Replace with “${text}”` },
            artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region(finding), insertedContent: { text } }] }],
          })),
        }
      : {}),
  };
}

const region = ({ start, end }: Range) => ({ startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column });

/** Where a file is: below a folder by its path from there, elsewhere by a `file:` URI. */
function artifact(root: string, file: string): { uri: string } {
  const inside = pathInside(root, file);
  return { uri: inside ? slashes(inside).split("/").map(encodeURIComponent).join("/") : pathToFileURL(path.resolve(file)).href };
}
