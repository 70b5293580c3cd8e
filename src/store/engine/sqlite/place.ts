import fs, { readFileSync, realpathSync, statfsSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, sep } from 'node:path';

/** Where a file lies: on a disk of this machine, one that can be pulled out, one on a network, or in a folder that a service copies elsewhere. */
export interface Place {
  readonly kind: 'local' | 'removable' | 'network' | 'synchronised';
  /** Name of the file system or of the service; null for a disk of this machine. */
  readonly name: string | null;
}

/** File systems of Linux that lie on another machine, or are shared with one. */
const networkSystems =
  /^(?:nfs\d?|cifs|smb\w*|9p|afs|ceph|lustre|beegfs|gfs2|ocfs2|ncpfs|coda|davfs|vboxsf|vmhgfs|virtiofs|prl_fs|fuse\.(?:sshfs|davfs\w*|rclone|s3fs|glusterfs|ceph|vmhgfs-fuse|gvfsd-fuse|smbnetfs|curlftpfs))$/u;

/** Folders that programs of a cloud or a second machine keep equal with another place, by the name that they are given. */
const synchronisedFolder =
  /^(?:OneDrive\b.*|Dropbox.*|Google Drive|iCloud.*|Mobile Documents|Nextcloud|ownCloud|Seafile|Syncthing|Nutstore.*|(?:我的)?坚果云.*|百度网盘同步空间|BaiduSyncdisk|WPS ?(?:云盘|网盘|Drive)|微云.*|阿里云盘.*|天翼云盘.*)$/iu;

/** Magic numbers by which file systems are told where mounts are not listed. */
const magicNumbers: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
]);

/** A mounted file system: where, its sort, and the number of its device. */
interface Mount {
  readonly point: string;
  readonly system: string;
  readonly device: string;
}

/** Whether a file system of Linux lies on another machine, or is shared with one. */
export function isNetworkSystem(system: string): boolean {
  return networkSystems.test(system);
}

/** Finds out where a file lies, or would lie, whose folder is there. */
export function findPlace(path: string): Place {
  const folder = wholeFolder(path);
  const mount = findMount(folder, listMounts());
  const network = findNetwork(folder, mount);
  if (network !== null) return { kind: 'network', name: network };
  const service = folder.split(/[\\/]/u).find((part) => synchronisedFolder.test(part));
  if (service !== undefined) return { kind: 'synchronised', name: service };
  return isRemovable(mount) ? { kind: 'removable', name: 'USB' } : { kind: 'local', name: null };
}

/** The network file system that a file lies on; null where it lies on none. */
export function findNetworkFileSystem(path: string): string | null {
  const folder = wholeFolder(path);
  return findNetwork(folder, findMount(folder, listMounts()));
}

/** The folder of a file with links followed: a link to a file lies where the file does. */
function wholeFolder(path: string): string {
  const whole = wholePath(path);
  return whole === undefined ? (wholePath(dirname(path)) ?? dirname(path)) : dirname(whole);
}

/** The path with links followed, undefined where nothing is; on Windows this turns the letter of a network drive into the name of its server. */
function wholePath(path: string): string | undefined {
  try {
    // By way of the module: in the bundle a function stands alone, without what hangs on it.
    return fs.realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function findNetwork(folder: string, mount: Mount | undefined): string | null {
  if (platform() === 'win32') return /^\\\\(?!\?\\[A-Z]:|\.\\)/iu.test(folder) ? 'SMB' : null;
  if (mount !== undefined) return isNetworkSystem(mount.system) ? mount.system : null;
  try {
    return magicNumbers.get(statfsSync(folder).type >>> 0) ?? null;
  } catch {
    return null;
  }
}

function listMounts(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return '';
  }
}

/** The file system that a folder lies on, out of what Linux lists: the mount nearest above it, the last where several are one over the other. */
export function findMount(folder: string, mountinfo: string): Mount | undefined {
  let found: Mount | undefined;
  for (const line of mountinfo.split('\n')) {
    const [front = '', back = ''] = line.split(' - ');
    const fields = front.split(' ');
    const [system = ''] = back.split(' ');
    // Blanks and the like are written as three octal digits.
    const point = (fields[4] ?? '').replaceAll(/\\(\d{3})/gu, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8)),
    );
    if (point === '') continue;
    const isAbove = point === '/' || folder === point || folder.startsWith(`${point}${sep}`);
    if (isAbove && point.length >= (found?.point.length ?? 0))
      found = { point, system, device: fields[2] ?? '' };
  }
  return found;
}

/** Whether a disk can be pulled out, as Linux tells it; nothing is known of Windows. */
function isRemovable(mount: Mount | undefined): boolean {
  const device = mount?.device;
  if (device === undefined || device.startsWith('0:')) return false;
  try {
    const disk = realpathSync(`/sys/dev/block/${device}`);
    if (/\/usb\d/u.test(disk)) return true;
    const flag = [`${disk}/removable`, `${dirname(disk)}/removable`].flatMap((file) => {
      try {
        return [readFileSync(file, 'utf8').trim()];
      } catch {
        return [];
      }
    });
    return flag[0] === '1';
  } catch {
    return false;
  }
}
