/** A row as the server gives it: whole numbers as numbers, true and false as 1 and 0. */
export type Row = Readonly<Record<string, unknown>>;

/** What a statement gave. */
export interface Answer {
  readonly rows: readonly Row[];
  /** Rows it wrote, changed or took away; undefined for what only reads. */
  readonly affected: number | undefined;
}

/** A connection with a server as everything here uses it, whatever speaks with it. */
export interface ServerConnection extends BareConnection {
  /** Whether its login is bound by the rights it was granted; the owner of the schema and superusers are not. */
  readonly isBound: boolean;
  /** Whether the big tables stand in parts, one for each jurisdiction. */
  readonly isLaidOut: boolean;
  /** Whether it reads without what is personal, and so records nothing. */
  readonly isReader: boolean;
}

/** A connection of which nothing more is known. */
export interface BareConnection {
  readonly query: (source: string, values?: readonly unknown[]) => Promise<Answer>;
  /** Runs statements without values, one after the other. */
  readonly exec: (source: string) => Promise<void>;
  /** Writes rows in the text form of COPY, as `source` says (`copy … from stdin`). */
  readonly copyIn: (source: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a connection is made with. */
export interface ConnectTerms {
  readonly connection: string;
  /** Seconds it is waited for the server. */
  readonly patience: number;
}
