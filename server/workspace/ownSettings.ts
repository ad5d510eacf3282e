/** The settings for a note, with what the folders above it say; the nearest folder decides. */
import type { ConfigRead } from "../config";
import type { Settings } from "../settings";

/** What a folder says of settings. */
interface Said {
  /** Words that it accepts. */
  readonly words: readonly string[];
  readonly config: ConfigRead | undefined;
}

/**
 * Joins settings with what folders say.
 * @param said by folders, the nearest first
 * @returns the same settings if none of them says anything
 */
export function withSaid<T extends Settings>(settings: T, said: readonly Said[]): T {
  const words = said.flatMap((folder) => folder.words);
  const configs = said.flatMap(({ config }) => config ?? []).reverse();
  if (words.length === 0 && configs.length === 0) return settings;
  const all = [...settings.acceptedWords, ...words.map((word) => word.toLowerCase())];
  const { prefer, languages } = Object.assign({}, ...configs) as Partial<ConfigRead>;
  return {
    ...settings,
    acceptedWords: words.length === 0 ? settings.acceptedWords : new Set(all),
    rules: Object.assign({}, settings.rules, ...configs.map(({ rules }) => rules)) as Settings["rules"],
    ...(prefer ? { completion: { ...settings.completion, prefer } } : {}),
    ...(languages ? { onlyLanguages: languages } : {}),
  };
}
