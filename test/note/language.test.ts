import assert from "node:assert/strict";
import { isForeign } from "../../server/note/language";
import { Note } from "../../server/note/note";
import { noteOf } from "../example";

/** Checks whether each text is taken for one of another language. */
const check = (expected: boolean, ...texts: string[]): void => {
  for (const text of texts) assert.equal(isForeign(noteOf(text)), expected, text);
};

describe("isForeign", () => {
  it("knows German, French, Spanish, Italian, Portuguese and Dutch", () =>
    check(
      true,
      "Die Patientin wurde mit Cisplatin und Etoposid behandelt. Das Ansprechen ist nicht von der Dosis abhängig, die Therapie wurde nach zwei Zyklen bei Fieber auf eine Gabe verringert.",
      "La patiente a reçu du cisplatine, puis de la doxorubicine et du trastuzumab. Les métastases ont été opérées dans un second temps, et le bilan est stable pour la suite avec une dose par semaine.",
      "La paciente recibió cisplatino y luego la doxorrubicina con trastuzumab. Las metástasis fueron operadas por el equipo, y una dosis para los casos que se repiten fue dada como se dijo.",
      "La paziente ha ricevuto il cisplatino e poi la doxorubicina con il trastuzumab. Le metastasi sono state operate nel centro, per una dose che non si ripete della terapia di prima linea.",
      "A paciente recebeu cisplatina para o tumor e uma dose por semana. Os exames não foram repetidos, e as metástases do osso que se viram foram tratadas com um fármaco em ensaio.",
      "De patiënt werd met cisplatine behandeld. Het effect van een dosis voor de longmetastasen is niet groot, en bij een tweede kuur werd het middel niet verdragen door het toxische effect van de stof.",
    ));
  it("knows others by their small words, and by their accents", () =>
    check(
      true,
      "Patienten fick cisplatin och etoposid, och efter det gemcitabin. Dosen är inte hög, och svaret på behandlingen var gott av allt att döma.",
      "Pacjentka otrzymała cisplatynę, później doksorubicynę. Część guzów się zmniejszyła, ale leczenie było źle znoszone i przerwane przez nią samą, więc następną dawkę odłożono.",
      "Hastaya sisplatin verildi ve sonra paklitaksel için plan yapıldı. Bu doz çok değil, ile birlikte bir ilaç daha eklendi ve yanıt oldu gibi görünüyor.",
      "A beteg ciszplatint kapott, később doxorubicint. Az áttétek kisebbek, és új dózist kért, mert jól tűrte; a következő kezelés három hét múlva várható, ha szükséges.",
    ));
  it("knows German of a tumour board, cut short", () =>
    check(
      true,
      "Pat. m, 68 J., ossär metastasiert; Z.n. Docetaxel x6, Abirateron/Prednison bis 8/26. Empfehlung: Olaparib 300 mg 1-0-1. Kein Radium-223 bei viszeralen Metastasen.\n\nTucatinib + Trastuzumab nach Progress, zuvor Sunitinib; die Leber bei Metastasen.",
    ));
  it("knows Polish without its accents, and no Polish in what English doctors take by mouth", () => {
    check(true, "Pembrolizumab co 3 tyg., brak progresji, leczenie bez przerwy. Obecnie cetuksymab oraz irynotekan, dawka nie zmieniona.");
    check(false, "Capecitabine 1 g po bid, ondansetron 8 mg po od, dexamethasone 4 mg po od, Na 140, omeprazole po od, apixaban po bid.");
  });
  it("takes names of persons with accents for no other language", () =>
    check(false, "Müller, Gómez, Ößterreich, Łukasz, Çelik, Šimić, Žižek, Ångström, Øster, Ünal, Ğ: cisplatin, naïve mice."));
  it("is not sure of English, of few words, of two languages at once, of other scripts", () =>
    check(
      false,
      "",
      "Cisplatine 75 mg/m², puis doxorubicine.",
      "Patients were treated with cisplatin. The response was not a matter of dose, and the patients who had it were followed for a year in all of the centres.",
      "Die Patientin wurde mit Cisplatin behandelt und ist nach der Gabe wohl. The patient was treated with cisplatin and is well after the dose; this was the second of three that were planned for her.",
      "患者接受了贝伐珠单抗治疗。La de le.",
      "Das the und of mit and nach with",
    ));
  it("says of a note that is edited what it says of its text", () => {
    let note = noteOf("The dose was high.\n\nThe response of the patients was not a matter of dose.");
    for (const text of [
      "Die Dosis war hoch, und das Ansprechen nicht. ",
      "Der Befund wird bei der Gabe von Cisplatin nicht auf die Dosis bezogen. ".repeat(3),
      "",
    ]) {
      for (const line of [0, 2]) {
        const end = { line, character: text === "" ? 999 : 0 };
        note = Note.update(note, [{ range: { start: { line, character: 0 }, end }, text }], note.version + 1);
        assert.equal(isForeign(note), isForeign(noteOf(note.text)), note.text);
      }
    }
  });
  it("takes abbreviations in capitals for no small words: OS is no Portuguese", () =>
    check(false, "OS HR 0.6, PFS HR 0.5; OS NR; OS 20 v 14; ET + AS; DE in OS, OS imm., OS 13.6 v 8.3; DA EM OS."));
});
