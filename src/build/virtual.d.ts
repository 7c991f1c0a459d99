declare module 'virtual:rules' {
  const rules: import('../core/model.ts').RuleBundle;
  export default rules;
}
declare module 'virtual:words' {
  const words: Readonly<Record<import('../core/model.ts').Locale, () => Readonly<Record<string, string>>>>;
  export default words;
}
declare module 'virtual:licences' {
  export interface Licence {
    readonly name: string;
    readonly version: string;
    /** As SPDX names it. */
    readonly licence: string;
  }
  export const licences: readonly Licence[];
}
