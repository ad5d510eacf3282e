/** Addresses of notes, folders and settings, as clients of all kinds write them. */
import assert from "node:assert/strict";
import { addressKey, addressOf, shownFile } from "../server/addresses";

describe("what a note shows", () => {
  const folders = ["file:///lab", "file:///lab/bone", "vscode-vfs://github/lab/notes", "memfs:/mem"];
  const check = (uri: string, file = uri) => assert.equal(shownFile(uri, folders), file);
  const checkIn = (folder: string, uri: string, file: string) => assert.equal(shownFile(uri, ["file:///else", folder]), file);

  it("is the file of an open folder whose path it has, as the older side of a comparison", () => {
    check("git:/lab/a%20note.md?%7B%22ref%22%3A%22~%22%7D", "file:///lab/a%20note.md");
    check("git:/lab/bone/a.md?x#y", "file:///lab/bone/a.md");
    check("untitled:/mem/new.md", "memfs:/mem/new.md");
    check("chat-snapshot://some/lab/a.md", "file:///lab/a.md");
  });
  it("is itself where it is a file, or in no open folder", () => {
    for (const uri of ["file:///lab/a.md", "file:///mem/a.md", "memfs:/lab/a.md", "vscode-vfs://github/lab/b.md", "git:/other/a.md"])
      check(uri);
    for (const uri of ["untitled:Untitled-1", "nonsense", "git:/laboratory/a.md", "vscode-notebook-cell:/x"]) check(uri);
    assert.equal(shownFile("git:/lab/a.md", []), "git:/lab/a.md");
  });
  it("begins with the open folder's address, however the client escapes the two", () => {
    checkIn("file:///c:/lab", "file:///c%3A/lab/a%20note.md", "file:///c:/lab/a%20note.md");
    checkIn("file:///c%3A/lab", "file:///C:/lab/bone/a.md", "file:///c%3A/lab/bone/a.md");
    checkIn("file:///my lab (Zürich)", "file:///my%20lab%20%28Z%C3%BCrich%29/a.md", "file:///my lab (Zürich)/a.md");
    checkIn("file:///lab", "file://localhost/lab/a.md", "file:///lab/a.md");
    checkIn("file:///lab", "file:///lab%20a/a.md", "file:///lab%20a/a.md");
    checkIn("vscode-remote://wsl%2Bubuntu/lab", "vscode-remote://wsl+ubuntu/lab/a.md", "vscode-remote://wsl%2Bubuntu/lab/a.md");
  });
  it("begins with it also where the other state of a file is escaped otherwise, on a drive or another machine", () => {
    checkIn("file:///c:/lab", "git:/c%3A/lab/a.md?%7B%7D", "file:///c:/lab/a.md");
    checkIn("file:///c%3A/lab", "git:/C:/lab/a.md", "file:///c%3A/lab/a.md");
    checkIn("file:///c:/lab", "vscode-notebook-cell:/c%3A/lab/screen.ipynb#W0", "file:///c:/lab/screen.ipynb");
    checkIn("file:///my%20lab", "git:/my lab/a.md", "file:///my%20lab/a.md");
    checkIn("file://server/share/lab", "git://server/share/lab/a.md?%7B%7D", "file://server/share/lab/a.md");
    checkIn("file://SERVER/share/lab", "file://server/share/lab/a.md", "file://SERVER/share/lab/a.md");
    checkIn("file://wsl%24/Ubuntu/lab", "file://wsl$/Ubuntu/lab/a.md", "file://wsl%24/Ubuntu/lab/a.md");
    // a drive itself, and no drive of another letter
    checkIn("file:///c%3A", "file:///C:/a.md", "file:///c%3A/a.md");
    checkIn("file:///d%3A/lab", "git:/c%3A/lab/a.md", "git:/c%3A/lab/a.md");
  });
});

describe("an address", () => {
  it("has one key, however clients write it", () => {
    const check = (...alike: string[]) => assert.equal(new Set(alike.map(addressKey)).size, 1, alike.map(addressKey).join(" "));
    check("file:///c:/lab/a.md", "file:///C:/lab/a.md", "file:///c%3A/lab/a.md", "file:///C%3A/lab/a.md", "file:/c:/lab/a.md");
    check("file://server/Share/a%20b.md", "file://SERVER/Share/a b.md", "FILE://Server/Share/a%20b.md");
    check("file:///lab/a.md", "file://localhost/lab/a.md", "file:/lab/a.md");
    // names of files may differ by their letter case alone
    assert.notEqual(addressKey("file:///C:/Lab/a.md"), addressKey("file:///C:/lab/a.md"));
    assert.notEqual(addressKey("file://server/Share/a.md"), addressKey("file://server/share/a.md"));
  });

  it("of the setting may be a path of Windows, of another machine or relative, or an address", () => {
    const check = (path: string, address: string | undefined, open: string | undefined = "file:///c%3A/lab") =>
      assert.equal(addressOf(path, open), address);
    check("C:\\lab\\names", "file:///C:/lab/names");
    check("c:/lab/our names/", "file:///c:/lab/our%20names");
    check("\\\\server\\share\\names.tsv", "file://server/share/names.tsv");
    check("names\\list.tsv", "file:///c%3A/lab/names/list.tsv");
    check("../shared", "file:///c%3A/shared");
    check("100%#1?.tsv", "file:///c%3A/lab/100%25%231%3F.tsv");
    check("vscode-remote://wsl+ubuntu/lab/x", "vscode-remote://wsl+ubuntu/lab/x");
    assert.equal(addressOf("names.tsv", undefined), undefined);
  });
});
