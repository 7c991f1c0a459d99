/** The part of web-ext that is used here; it brings no types of its own. */
declare module 'web-ext' {
  export interface LintWarning {
    readonly _type: string;
    readonly code: string;
    readonly message: string;
    readonly description?: string;
    readonly file?: string;
  }
  const webExt: {
    readonly cmd: {
      lint(
        options: { readonly sourceDir: string; readonly output: 'none' },
        inner: { readonly shouldExitProgram: false },
      ): Promise<{ readonly errors: readonly LintWarning[]; readonly warnings: readonly LintWarning[] }>;
    };
  };
  export default webExt;
}
