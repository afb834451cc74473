import { describe, expect, it } from 'vitest';
import { isNetworkPath, parseMounts } from '../../../src-main/adapters/sqlite/network-path.ts';

const mounts = parseMounts(
  [
    '/dev/sda1 / ext4 rw,relatime 0 0',
    'server:/export /mnt/amt nfs4 rw 0 0',
    '//server/akten /mnt/Akten\\040der\\040Stadt cifs rw 0 0',
    '/dev/sdb1 /mnt/amt/lokal ext4 rw 0 0',
    'me@host:/ /home/ada/fern fuse.sshfs rw 0 0',
    'tmpfs /tmp tmpfs rw 0 0',
    '',
    'kaputt',
  ].join('\n'),
);

describe('data folders on network drives', () => {
  it('reads folder and type of every mount, blanks included', () => {
    expect(mounts).toHaveLength(6);
    expect(mounts[2]).toEqual({ folder: '/mnt/Akten der Stadt', type: 'cifs' });
  });

  it.each([
    '/mnt/amt',
    '/mnt/amt/daten',
    '/mnt/Akten der Stadt/x',
    '/home/ada/fern/x',
    '\\\\server\\share\\x',
    '//server/share',
    '\\\\?\\UNC\\server\\share',
  ])('recognises %s', (path) => {
    expect(isNetworkPath(path, mounts)).toBe(true);
  });

  it.each([
    '/home/ada',
    '/mnt/amtsblatt',
    '/mnt/amt/lokal',
    '/mnt/amt/lokal/x',
    '/tmp/x',
    'C:\\Users\\ada',
    '\\\\?\\C:\\Users\\ada',
    '\\\\.\\C:\\x',
  ])('takes %s for local', (path) => {
    expect(isNetworkPath(path, mounts)).toBe(false);
  });

  it('takes a system without a list of mounts for local', () => {
    expect(isNetworkPath('/home/ada', [])).toBe(false);
  });
});
