/** Folders whose notes are missing, since they cannot be listed: told once, for whoever looks for uses takes what is found for all there are. */
import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { Runtime } from "./runtime";

/** Lists notes, and tells the user of folders that cannot be listed; nothing where no notes can be listed. */
export function tellingUnlisted(connection: Connection, listNotes: Runtime["listNotes"]): Pick<Runtime, "listNotes"> {
  if (!listNotes) return {};
  const told = new Set<string>();
  return {
    listNotes: async (folders, endings, workspace) => {
      const unread: string[] = [];
      const notes = await listNotes(folders, endings, workspace, (at, problem) => {
        if (!told.has(at)) unread.push(`The folder ${at} ${problem}.`);
        told.add(at);
      });
      const [first, ...others] = unread;
      for (const problem of others) connection.console.warn(problem);
      const more =
        others.length > 0
          ? ` So are those of ${others.length} further ${others.length === 1 ? "folder" : "folders"}, which the log names.`
          : "";
      const message = `${first} Its notes are left out of uses, symbols, counts and exports.${more}`;
      if (first) void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      return notes;
    },
  };
}
