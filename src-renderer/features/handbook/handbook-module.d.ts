/** Made by the build from docs/handbuch.md; `pictures` gives the address of each picture in the window. */
declare module '*/docs/handbuch.md' {
  export const handbook: import('./handbook.ts').Handbook;
  export const pictures: Readonly<Record<string, string>>;
}
