/** Says the errors that a JSON Schema finds in plain words, with the cure. */
import type { ErrorObject } from "ajv";

/** The place of an error in its record: keys and indices. */
export function placeOf(error: ErrorObject): Array<string | number> {
  const place = partsOf(error.instancePath);
  const extra: unknown = error.params["additionalProperty"];
  return typeof extra === "string" ? [...place, extra] : place;
}

/** Keys and indices of a JSON pointer. */
const partsOf = (path: string): Array<string | number> =>
  path
    .split("/")
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));

/** How much of a wrong value is shown, in UTF-16 units. */
const LONGEST = 80;

/** The types of values, in the words of people who write YAML. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["string", "text; put numbers and dates into quotes"],
  ["array", "a list, such as [a, b]"],
  ["object", "keys and values, such as { key: value }"],
  ["boolean", "true or false"],
]);

/** A place in a record, in words: "names (item 1) text". */
export const inWords = (place: ReadonlyArray<string | number>): string =>
  place.reduce<string>((said, part) => {
    if (typeof part === "number") return `${said} (item ${part + 1})`;
    return said === "" ? part : `${said}${said.endsWith(")") ? " " : "."}${part}`;
  }, "");

/** A schema error in plain words, with the cure. */
export function explain(error: ErrorObject): string {
  const place = inWords(partsOf(error.instancePath)) || "the record";
  const params = error.params as Record<string, unknown>;
  const parent = error.parentSchema as { description?: string; examples?: readonly string[]; properties?: object } | undefined;
  const hint = parent?.description ? ` (${parent.description})` : "";
  switch (error.keyword) {
    case "additionalProperties": {
      const known = parent?.properties ? `; known keys are ${Object.keys(parent.properties).join(", ")}` : "";
      return `${place} has an unknown key "${String(params["additionalProperty"])}"${known}`;
    }
    case "required":
      return `${place} lacks "${String(params["missingProperty"])}"; add it`;
    case "enum":
      return `${place} must be one of ${(params["allowedValues"] as unknown[]).join(", ")}`;
    case "const":
      return `${place} must be ${JSON.stringify(params["allowedValue"])}`;
    case "pattern": {
      const examples = parent?.examples ? `write it like ${parent.examples.join(", ")}` : "";
      const isShort = (parent?.description?.length ?? 0) < 100;
      const rule = isShort ? parent?.description?.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) : "";
      const cure = [rule, examples].filter(Boolean).join("; ") || `it has to match ${String(params["pattern"])}`;
      return `${place} is ${JSON.stringify(error.data).slice(0, LONGEST)}, which is not written as it must be: ${cure}`;
    }
    case "type":
      if (error.data === null) return `${place} is empty; write something, or take it out`;
      return `${place} must be ${TYPES.get(String(params["type"])) ?? `of type ${String(params["type"])}`}`;
    case "maxLength":
      return `${place} is longer than ${String(params["limit"])} characters; shorten it`;
    case "minLength":
      return `${place} is shorter than ${String(params["limit"])} characters; write more`;
    case "maxItems":
      return `${place} has more than ${String(params["limit"])} entries; leave some out`;
    case "minItems":
      return `${place} lacks an entry; add one`;
    case "uniqueItems":
      return `${place} has an entry twice; keep one of the two`;
    case "not":
      return `${place} has a key that does not belong there (an assessment on a curated claim, or members on a single protein)`;
    default:
      return `${place} ${error.message ?? "is wrong"}${hint}`;
  }
}

/** A message as a sentence with a capital, unless it begins with a name with a hyphen, such as that of a rule. */
export const sentence = (text: string): string =>
  `${text.replace(/^[a-z](?!\w*-)/, (first) => first.toUpperCase())}${/[.!?]$/.test(text) ? "" : "."}`;
