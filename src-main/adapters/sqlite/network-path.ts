/** Is the folder on a network drive? SQLite's write-ahead log needs shared memory, which network drives do not give. */

const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb\d?|smbfs|9p|afs|ncpfs|ceph|glusterfs|lustre|fuse\.(sshfs|rclone|davfs2?|glusterfs|s3fs))$/;

export interface Mount {
  readonly folder: string;
  readonly type: string;
}

/** Lines of `/proc/self/mounts`: device, folder (blanks as \040), type. */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, folder, type] = line.split(' ');
    if (folder === undefined || type === undefined) return [];
    return [
      { folder: folder.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))), type },
    ];
  });
}

/** `realPath` is absolute and resolved; on Windows resolving turns a mapped drive into its `\\server\share` form. */
export function isNetworkPath(realPath: string, mounts: readonly Mount[]): boolean {
  if (/^(\\\\|\/\/)(?![?.]\\)/.test(realPath) || /^\\\\\?\\UNC\\/i.test(realPath)) return true;
  let best: Mount | undefined;
  for (const mount of mounts) {
    const inside =
      realPath === mount.folder || realPath.startsWith(mount.folder.endsWith('/') ? mount.folder : `${mount.folder}/`);
    if (inside && mount.folder.length >= (best?.folder.length ?? 0)) best = mount;
  }
  return best !== undefined && NETWORK_TYPES.test(best.type);
}
