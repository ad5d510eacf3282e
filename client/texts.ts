/** The texts that say how many, in the user's language; all others are `vscode.l10n.t`'s alone. */
import * as vscode from "vscode";
import { type Translate, withCounts } from "./views/words";

/** A text in the user's language, with counts as it writes them. */
export const t: Translate = withCounts(vscode.l10n.t, vscode.env.language);
