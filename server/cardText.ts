/** What there is to read or copy of a record, in the form that was asked for. */
import type { Dataset } from "./dataset/dataset";
import { referenceOf } from "./dataset/records";
import { cardOf } from "./features/card";
import { cardPath } from "./features/cards/markdown";
import { citation, citationKeys, identifiers } from "./features/copy";
import { fullCard } from "./features/fullCard";
import { print } from "./features/print";
import type { CardParams, CardText } from "./protocol";

/** The text of a record; nothing for an entity that has none. */
export function cardText(data: Dataset, entity: number, form: CardParams["form"]): CardText | null {
  const record = data.record(entity);
  if (!record) return null;
  const text = {
    full: () => fullCard(data, record),
    card: () => `${print(cardOf(data, entity)!, "markdown")}\n`,
    citation: () => citation(data, record),
    keys: () => citationKeys(record),
    identifiers: () => identifiers(record),
  }[form]();
  const own = record.own?.map(({ from, uri, line }) => ({ from, uri, line }));
  const [reference, name] = [referenceOf(record), record.preferred_name];
  return { reference, path: cardPath(reference, name), name, text, ...(own ? { own } : {}) };
}
