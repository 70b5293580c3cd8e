/** Whether a database is named by where a server is, not by a file. */
export function isServerAddress(name: string): boolean {
  return /^postgres(?:ql)?:\/\//iu.test(name);
}

/** The address of a server as people are shown it: without its password, and without what else is secret. */
export function showAddress(address: string): string {
  if (!isServerAddress(address)) return address;
  return address
    .replace(/^([a-z]+:\/\/)([^/?#]*)@/iu, (_, scheme: string, user: string) => {
      const [name = ''] = user.split(':', 1);
      return `${scheme}${name}${name === '' ? '' : '@'}`;
    })
    .replaceAll(/([?&](?:password|sslpassword)=)[^&#]*/giu, '$1***');
}
