/** Words of another language for what is typed; null in the language whose words the commands are. */
export interface CommandWords {
  readonly nouns: Readonly<Record<string, string>>;
  /** Nouns inside nouns, and verbs that have a noun before them: the last part of each. */
  readonly inner: Readonly<Record<string, string>>;
  readonly verbs: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}
