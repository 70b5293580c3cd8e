import { describe, expect, it } from 'vitest';
import { findMount, findPlace, isNetworkSystem } from '../../src/store/engine/sqlite/place.ts';

const mounts = String.raw`24 30 0:22 / /proc rw shared:13 - proc proc rw
30 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw
40 30 0:40 / /mnt/共享\040盘 rw - cifs //server/share rw
41 40 8:17 / /mnt/共享\040盘/local rw - ext4 /dev/sdb1 rw
42 30 0:41 / /mnt/nfs rw - nfs4 server:/x rw
43 30 0:42 / /mnt/nfs rw - ext4 /dev/sdc1 rw
44 30 0:43 / /home/w/.gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
45 30 8:33 / /media/stick rw - fuseblk /dev/sdd1 rw`;

describe('where a folder lies', () => {
  it.each([
    ['/home/w', 'ext4', false],
    ['/mnt/共享 盘/数据', 'cifs', true],
    ['/mnt/共享 盘', 'cifs', true],
    ['/mnt/共享 盘子', 'ext4', false],
    ['/mnt/共享 盘/local/a', 'ext4', false],
    ['/mnt/nfs/a', 'ext4', false],
    ['/home/w/.gvfs/smb', 'fuse.gvfsd-fuse', true],
    ['/media/stick/a', 'fuseblk', false],
  ])('%s: %s', (folder, system, isNetwork) => {
    const mount = findMount(folder, mounts);
    expect([mount?.system, isNetworkSystem(mount?.system ?? '')]).toEqual([system, isNetwork]);
  });

  it('is told of this machine, and of a folder that a service copies', () => {
    expect(findPlace('/tmp/liaison.db').kind).not.toBe('network');
    for (const name of ['OneDrive - 市委组织部', '我的坚果云', 'WPS云盘', 'Dropbox'])
      expect(findPlace(`/nowhere/${name}/数据/liaison.db`)).toEqual({ kind: 'synchronised', name });
    expect(findPlace('/nowhere/OneDriver/liaison.db').kind).toBe('local');
  });
});
