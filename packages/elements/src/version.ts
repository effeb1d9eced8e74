/** The version of the package, as its manifest says. */
export const version: string = '0.1.0';
