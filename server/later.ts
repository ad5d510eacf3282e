/**
 * What a start does without: everything except a hover on a name. In Node it is a bundle of its own, `dist/server/later.js`,
 * loaded when it is first asked for, together with the code that only these features need. In a worker it is part of the one
 * bundle and is run when it is first asked for.
 */
export { AcrossNotes } from "./acrossNotes";
export { cardText } from "./cardText";
export { completionList } from "./completionList";
/** What threads that read notes take from the server's bundles. */
export { Dataset } from "./dataset/dataset";
export { textHash } from "./dataset/hash";
export { spellingOf } from "./dataset/spelling";
export { exportOpen } from "./exportOpen";
export { opensByItself } from "./features/automatic";
export { cardOf } from "./features/card";
export { certainEdits, fixes } from "./features/codeActions";
export { findingSteps, groundsOf, readForFindings } from "./features/diagnostics";
export { addToMapping } from "./features/frontMatterEdits";
export { hoverOnUnknown } from "./features/hoverOnUnknown";
export { spellingActions } from "./features/oneSpelling";
export { summaryWord } from "./features/summaryWord";
export { tableActions } from "./features/tableActions";
export { runTool } from "./features/tools/tools";
export { tableOfText } from "./index/table";
export { positionOf } from "./positions";
export { view } from "./views";
