/** The style sheets of hints as the build makes them (scripts/build/hint-styles.ts). */
declare const HINT_STYLES: Readonly<Record<'common' | 'card' | 'chip' | 'note' | 'pill', string>>;
