/** Small signs beside words; each is decoration, and the words say it. */
const PATHS = {
  back: 'M12 5l-5 5 5 5',
  next: 'M8 5l5 5-5 5',
  panel: 'M4.5 3.5h11a2 2 0 012 2v9a2 2 0 01-2 2h-11a2 2 0 01-2-2v-9a2 2 0 012-2zM12.5 3.5v13',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  search: 'M14 8.8a5.2 5.2 0 11-10.4 0 5.2 5.2 0 0110.4 0zM12.8 12.8l4 4',
  out: 'M7 13.2L13.5 6.5M8 6.5h5.5V12',
  undo: 'M7 4L3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 010 9H8',
  globe: 'M17.5 10a7.5 7.5 0 11-15 0 7.5 7.5 0 0115 0zM2.5 10h15M10 2.5c3 3 3 12 0 15M10 2.5c-3 3-3 12 0 15',
  swap: 'M3 7h12l-3-3M17 13H5l3 3',
  plus: 'M10 4v12M4 10h12',
  in: 'M10 3v9M6.5 9l3.5 3.5L13.5 9M3.5 14v3h13v-3',
  gear: 'M12.5 10a2.5 2.5 0 11-5 0 2.5 2.5 0 015 0zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.5 13.5L15 15M15 5l-1.5 1.5M6.5 13.5L5 15',
  down: 'M5 8l5 5 5-5',
  doc: 'M5 2.5h6.5L15.5 6.5V17.5H5zM7.5 11.3l2 2 3.5-3.7',
  chat: 'M3 4.5h14v9H9l-3.5 3v-3H3z',
  server: 'M3.5 4h13v5h-13zM3.5 11h13v5h-13zM6.5 6.5h.1M6.5 13.5h.1',
  clock: 'M17.5 10a7.5 7.5 0 11-15 0 7.5 7.5 0 0115 0zM10 6v4.2l2.8 1.8',
  person:
    'M3.5 4.5h13a1 1 0 011 1v9a1 1 0 01-1 1h-13a1 1 0 01-1-1v-9a1 1 0 011-1zM4 13c.5-1.6 4.5-1.6 5 0M12 8.5h3M12 11.5h3M8.2 8.8a1.7 1.7 0 11-3.4 0 1.7 1.7 0 013.4 0z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class={`sign ${name}`} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width={name === 'more' ? 2.6 : 1.7}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
