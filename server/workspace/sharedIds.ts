/** Different things that files of a folder give one id by mistake: they would become one, with the names of both. */
import { nameOf } from "../addresses";
import type { OwnPart } from "../dataset/own";
import type { Problem } from "./workspace";

/**
 * Compares the records of a folder's files.
 * @param parts those of all files, in their order
 * @returns a problem for each record that is called otherwise than one of the same id in a file before, by the address of its file
 */
export function sharedIds(parts: readonly OwnPart[]): Map<string, Problem[]> {
  const problems = new Map<string, Problem[]>();
  // a file by itself has told of its own
  if (parts.every(({ uri }) => uri === parts[0]!.uri)) return problems;
  const firsts = new Map<string, OwnPart>();
  for (const part of parts) {
    const { uri, line, reference, data } = part;
    const first = firsts.get(reference);
    if (data.preferred_name === undefined) continue;
    if (!first) firsts.set(reference, part);
    else if (first.uri !== uri && calledBy(first) !== calledBy(part)) {
      const message = `${reference} is “${first.data.preferred_name}” in ${nameOf(first.uri)}; give one of the two another id.`;
      problems.set(uri, [...(problems.get(uri) ?? []), { line: line - 1, from: 0, to: 1, message }]);
    }
  }
  return problems;
}

const calledBy = ({ data }: OwnPart): string | undefined => data.preferred_name?.toLowerCase();
