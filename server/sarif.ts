/** Findings as SARIF 2.1.0, for code hosts and other tools. */
import type { Report } from "./cli";
import { RULES } from "./settings";

const LEVELS = { error: "error", warning: "warning", information: "note", hint: "note" } as const;

/**
 * @param reports notes with findings
 * @param version of the program
 * @returns a SARIF log with one run
 */
export function toSarif(reports: readonly Report[], version: string): object {
  const results = reports.flatMap(({ file, note, findings }) =>
    findings.map((finding) => {
      const start = note.positionAt(finding.from);
      const end = note.positionAt(finding.to);
      return {
        ruleId: finding.rule,
        level: LEVELS[finding.level],
        message: { text: finding.message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join("/") },
              region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
            },
          },
        ],
      };
    }),
  );
  const driver = { name: "metastasis-notes", version, rules: RULES.map((id) => ({ id })) };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
}
