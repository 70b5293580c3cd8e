/** An argument as it is typed in a shell: in quotes where it holds anything a shell would read. */
export function quote(argument: string): string {
  if (/^[\p{L}\p{N}_./:=〔〕（）-]+$/u.test(argument)) return argument;
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}
