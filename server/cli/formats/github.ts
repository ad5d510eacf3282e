/** Workflow commands of GitHub Actions, which it shows as annotations on the lines. */
import path from "node:path";
import type { Found, Severity } from "../checked";
import { slashes } from "../paths";
import type { Format } from "./format";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice", hint: "notice" };

/** @param root folder that annotations count paths from: the repository's, as the workflow sees it */
export function githubFormat(root: string): Format {
  return {
    note: ({ file, findings }) => findings.map((finding) => annotation(path.relative(root, path.resolve(file)), finding)).join(""),
    end: (problems) => problems.map((problem) => `::error title=metastasis-notes::${escapeData(problem)}\n`).join(""),
  };
}

function annotation(file: string, { start, end, level, rule, message }: Found): string {
  const properties: Record<string, string | number> = {
    file: slashes(file),
    line: start.line,
    endLine: end.line,
    // columns are taken only within a line
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[level]} ${list.join(",")}::${escapeData(message)}\n`;
}

/** As `@actions/core` escapes the text of a command. */
const escapeData = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
/** As it escapes a command's properties. */
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
