/** Checks what completion offers in a note. */
import assert from "node:assert/strict";
import { type Completions, complete } from "../../server/features/completion";
import { DEFAULTS } from "../../server/settings";
import { example, noteOf } from "../example";
import { readMarked } from "../marked";

/** What is offered at `$0`, after a look at what an editor relies on. */
export function offered(source: string, settings = DEFAULTS, dataset = example): Completions | undefined {
  const { text, cursor } = readMarked(source);
  const found = complete(dataset, noteOf(text), cursor!, settings);
  if (!found) return undefined;
  assert.equal(found.to, cursor, source);
  assert.ok(found.items.length > 0 && found.items.length <= 20, `${source}: ${found.items.length} items`);
  for (const { label, filter, from } of found.items) {
    const typed = text.slice(from, found.to);
    assert.ok(!/[\r\n]/.test(typed), `${source}: a completion may not reach into another line`);
    assert.ok(filter.toLowerCase().startsWith(typed.toLowerCase()), `${source}: an editor would not show ${label}`);
  }
  assert.equal(new Set(found.items.map((item) => `${item.label} ${item.insert}`)).size, found.items.length, source);
  return found;
}

/** Checks the note after the choice of a label; nothing may be offered where no label is given. */
export function check(source: string, label?: string, expected?: string, settings = DEFAULTS): void {
  const found = offered(source, settings);
  if (label === undefined) {
    assert.equal(found?.items[0]?.label, undefined, source);
    return;
  }
  const item = found?.items.find((candidate) => candidate.label === label);
  assert.ok(item, `${source}: ${label} is not offered, but ${found?.items.map((candidate) => candidate.label).join(", ")}`);
  const { text } = readMarked(source);
  assert.equal(text.slice(0, item.from) + item.insert + text.slice(found!.to), expected, source);
}
