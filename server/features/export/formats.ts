/** The formats of an export, by name: each is a file beside this one. */
import type { Dataset } from "../../dataset/dataset";
import { abbreviationsCsvWriter, abbreviationsWriter } from "./abbreviations";
import { biocWriter } from "./bioc";
import { glossaryCsvWriter, glossaryWriter } from "./glossary";
import { graphmlWriter } from "./graphml";
import { jsonLdWriter } from "./jsonLd";
import { csvWriter, tsvWriter } from "./table";
import type { About, Writer } from "./writer";

/** What makes the writer of each format; names as the command line and the editor give them. */
export const EXPORTS = {
  tsv: tsvWriter,
  csv: csvWriter,
  bioc: biocWriter,
  jsonld: jsonLdWriter,
  graphml: graphmlWriter,
  glossary: glossaryWriter,
  "glossary-csv": glossaryCsvWriter,
  abbreviations: abbreviationsWriter,
  "abbreviations-csv": abbreviationsCsvWriter,
} satisfies Record<string, (dataset: Dataset, about: About) => Writer>;

export type ExportFormat = keyof typeof EXPORTS;

export const EXPORT_FORMATS = Object.keys(EXPORTS) as ExportFormat[];
