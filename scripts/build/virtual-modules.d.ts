declare module 'virtual:rules' {
  const rules: Omit<
    import('../../src/domain/ruleset/ruleset.ts').Ruleset,
    keyof import('../../src/domain/ruleset/guidance.ts').Guidance
  >;
  export default rules;
}
declare module 'virtual:hint-styles' {
  const styles: import('../../src/messaging/replies.ts').HintStyles;
  export default styles;
}
declare module 'virtual:guidance' {
  const guidance: import('../../src/domain/ruleset/guidance.ts').Guidance;
  export default guidance;
}
declare module 'virtual:build' {
  const build: string;
  export default build;
}
declare module 'virtual:link-hosts' {
  const hosts: readonly string[];
  export default hosts;
}
declare module 'virtual:keys' {
  const keys: readonly string[];
  export default keys;
}
declare module 'virtual:words' {
  /** In the order of the keys. */
  const texts: Readonly<Record<import('../../src/domain/common/locale.ts').Locale, readonly string[]>>;
  export default texts;
}
declare module 'virtual:languages' {
  /** Each loads its texts, in the order of the keys. */
  const languages: Readonly<
    Record<import('../../src/domain/common/locale.ts').Locale, () => Promise<{ readonly default: readonly string[] }>>
  >;
  export default languages;
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
