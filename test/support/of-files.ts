/** Files of tests that are about what is in files, and not held on a server; each with why. */
export const ofFiles: Readonly<Record<string, string>> = {};
