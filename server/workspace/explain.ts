/** What a JSON Schema finds wrong, in plain words with the cure. */
import type { ErrorObject } from "ajv";

/** Where in a record it is wrong: keys and indices. */
export function placeOf(error: ErrorObject): Array<string | number> {
  const place = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
  const extra: unknown = error.params["additionalProperty"];
  return typeof extra === "string" ? [...place, extra] : place;
}

/** A schema error in plain words, with the cure. */
export function explain(error: ErrorObject): string {
  const place = error.instancePath.slice(1).replaceAll("/", ".") || "the record";
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
      return `${place} is ${JSON.stringify(error.data)}, which is not written as it must be: ${cure}`;
    }
    case "type":
      return `${place} must be of type ${String(params["type"])}; numbers and dates that are text need quotes`;
    case "maxLength":
      return `${place} is longer than ${String(params["limit"])} characters; shorten it`;
    case "not":
      return `${place} has a key that does not belong there (an assessment on a curated claim, or members on a single protein)`;
    default:
      return `${place} ${error.message ?? "is wrong"}${hint}`;
  }
}
