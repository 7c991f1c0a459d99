declare module 'virtual:rules' {
  const rules: import('../core/model.ts').RuleBundle;
  export default rules;
}
declare module 'virtual:words' {
  const words: Readonly<Record<import('../core/model.ts').Locale, () => Readonly<Record<string, string>>>>;
  export default words;
}
