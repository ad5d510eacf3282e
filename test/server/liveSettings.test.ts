/** Each setting takes effect while notes are open, and is taken back so: no reload, no restart. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ClientCapabilities, Location } from "vscode-languageserver";
import { CHANGED, IS_NAME_LIKELY } from "../../server/protocol";
import { DEFAULTS, type RuleId } from "../../server/settings";
import { ABLE, completionsOf, findingsOf, type NoteId, ownCardOf, printTokens } from "../asking";
import { open, ROOT, rangeOf } from "../client";
import { ABLE as NAVIGATING, referencesOf, serve } from "../notesFolder";

/** A note for each rule in which it finds something. */
const FAULTS: Readonly<Record<RuleId, string>> = {
  "misspelled-name": "Patients were treated with bevacizumb 10 mg/kg.\n",
  "unknown-drug-name": "Patients were treated with foltinib 5 mg.\n",
  "undeclared-term": "---\ndrugs: [foltinib]\n---\nText.\n",
  "target-mismatch": "We gave nivolumab (anti-PD-L1) to mice.\n",
  "status-conflict": "Cilengitide is approved for glioblastoma.\n",
  "unknown-code": "Patients were treated with GKS2118436 150 mg.\n",
  "outdated-symbol": "Mutations of the gene MLL3 were frequent.\n",
  "inconsistent-form": "HER2 was lost. Then Her-2/neu was found.\n",
  "brand-name": "Avastin alone.\n",
  "unknown-directive": "<!-- metastasis-notes: offf -->\n\nText.\n",
};
const FILES = {
  "closed.md": "Keytruda\n",
  "closed.qmd": "Keytruda\n",
  "more/list.tsv": "name\tkind\tpreferred\tnote\nMB-217\tdrug\t\tOur lead.\n",
};
const TEXT = "Given MB-217, bevacizumab, and then pembr\n";
const CAPABLE: ClientCapabilities = {
  ...ABLE,
  workspace: { ...ABLE.workspace, ...NAVIGATING.workspace },
  textDocument: { ...ABLE.textDocument, ...NAVIGATING.textDocument },
};
const LEVELS = ["error", "warning", "information", "hint"];

describe("a setting that is changed while a note is open", () => {
  let current: object = {};
  let folder: Awaited<ReturnType<typeof serve>>;
  let note: NoteId;
  before(async () => {
    folder = await serve(CAPABLE, FILES, {}, {}, { "workspace/configuration": () => [current] });
    note = open(folder.server, folder.uriOf("note.md"), TEXT);
  });
  after(() => folder.server.kill());

  async function set(settings: object): Promise<void> {
    current = settings;
    folder.server.take(CHANGED);
    folder.server.notify("workspace/didChangeConfiguration", { settings: null });
    // views ask anew
    await folder.server.next(CHANGED);
  }
  /** What is seen before a setting is changed, then, and when it is taken back. */
  async function seen<T>(settings: object, look: () => Promise<T>): Promise<T[]> {
    const all = [await look()];
    for (const next of [settings, {}]) {
      await set(next);
      all.push(await look());
    }
    return all;
  }
  const levelOf = async (rule: RuleId) => {
    const found = await findingsOf(folder.server, open(folder.server, folder.uriOf(`${rule}.md`), FAULTS[rule]));
    return LEVELS[(found.find(({ code }) => code === rule)?.severity ?? 0) - 1] ?? "off";
  };
  const card = (word: string) => ownCardOf(folder.server, note, TEXT, word);
  const isLikely = () => folder.server.request<boolean>(IS_NAME_LIKELY, { ...note, position: rangeOf(TEXT, "pembr").end });
  const usesIn = async () => {
    const uses = open(folder.server, folder.uriOf("uses.md"), "Keytruda\n");
    const found = (await referencesOf(folder.server, { ...uses, position: { line: 0, character: 3 } })) as Location[];
    return found.map(({ uri }) => path.basename(uri)).sort();
  };
  const firstFor = async (word: string) => {
    const text = `Given ${word}\n`;
    const typed = open(folder.server, folder.uriOf("typed.md"), text);
    return (await completionsOf(folder.server, typed, text, word))!.items[0]!.textEdit!.newText;
  };
  /** Whether a feature that only some want is announced, by what the client is told of it at a change. */
  async function announced(setting: string, method: string): Promise<void> {
    const told = (registrations?: ReadonlyArray<{ method: string }>) => registrations?.some((one) => one.method === method) === true;
    const on = folder.server.next<{ registrations?: [{ method: string }] }>("client/registerCapability", (one) => told(one.registrations));
    await set({ [setting]: true });
    await on;
    type Taken = { unregisterations?: [{ method: string }] };
    const off = folder.server.next<Taken>("client/unregisterCapability", (one) => told(one.unregisterations));
    await set({});
    await off;
  }

  const checks: Record<string, () => Promise<void>> = {
    acceptedWords: async () => {
      const settings = { acceptedWords: ["bevacizumb"] };
      assert.deepEqual(await seen(settings, () => levelOf("misspelled-name")), ["warning", "off", "warning"]);
    },
    datasets: async () => {
      const said = await seen({ datasets: ["more"] }, async () => (await card("MB-217")).includes("Our lead."));
      assert.deepEqual(said, [false, true, false]);
    },
    semanticColours: async () => {
      const colours = async () => printTokens(TEXT, await folder.server.request("textDocument/semanticTokens/full", note)).length;
      assert.deepEqual(await seen({ semanticColours: false }, colours), [1, 0, 1]);
    },
    languages: async () => {
      const [all, some] = [
        ["closed.md", "closed.qmd", "uses.md"],
        ["closed.md", "uses.md"],
      ];
      assert.deepEqual(await seen({ languages: ["markdown"] }, usesIn), [all, some, all]);
    },
    "index.enabled": async () => {
      const all = ["closed.md", "closed.qmd", "uses.md"];
      assert.deepEqual(await seen({ index: { enabled: false } }, usesIn), [all, ["uses.md"], all]);
    },
    documentSymbols: () => announced("documentSymbols", "textDocument/documentSymbol"),
    codeLens: () => announced("codeLens", "textDocument/codeLens"),
    "card.layout": async () => {
      const isTable = async () => /^\| \| \|$/m.test(await card("bevacizumab"));
      assert.deepEqual(await seen({ card: { layout: "table" } }, isTable), [false, true, false]);
    },
    "completion.automatic": async () => {
      assert.deepEqual(await seen({ completion: { automatic: false } }, isLikely), [true, false, true]);
    },
    "completion.minimumLetters": async () => {
      assert.deepEqual(await seen({ completion: { minimumLetters: 6 } }, isLikely), [true, false, true]);
    },
    "completion.prefer": async () => {
      const written = () => firstFor("Keytr");
      assert.deepEqual(await seen({ completion: { prefer: "asTyped" } }, written), ["pembrolizumab", "Keytruda", "pembrolizumab"]);
      const symbol = () => firstFor("PD-L1");
      assert.deepEqual(await seen({ completion: { prefer: "symbol" } }, symbol), ["PD-L1", "CD274", "PD-L1"]);
    },
  };
  for (const [rule, usual] of Object.entries(DEFAULTS.rules) as Array<[RuleId, string]>)
    checks[`rules.${rule}`] = async () => {
      for (const level of ["error", "off", "hint"])
        assert.deepEqual(await seen({ rules: { [rule]: level } }, () => levelOf(rule)), [usual, level, usual]);
    };

  for (const [setting, check] of Object.entries(checks)) it(`holds at once, and no longer than it is set: ${setting}`, check);

  it("is any of those that users are offered, but for the trace, which is the editor's", () => {
    const { contributes } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
      contributes: { configuration: ReadonlyArray<{ properties: object }> };
    };
    const offered = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual([...Object.keys(checks), "trace.server"].map((name) => `metastasisNotes.${name}`).sort(), offered.sort());
  });
});
