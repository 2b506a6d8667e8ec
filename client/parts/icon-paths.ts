/**
 * The drawings of the icon set, each on a field of 16 × 16: lines 1.5 wide unless the name stands among the filled ones.
 * Drawn for this board; a new one keeps the 1 px margin and the round ends.
 */
export const iconPaths = {
  // who, where, who prepares, when
  user: "M8 8.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.8 13.6c.6-2.4 2.6-3.6 5.2-3.6s4.6 1.2 5.2 3.6",
  people:
    "M6 8a2.4 2.4 0 1 0 0-4.8A2.4 2.4 0 0 0 6 8ZM1.5 13.2c.4-2.2 2.2-3.4 4.5-3.4s4.1 1.2 4.5 3.4M10.6 3.5a2.2 2.2 0 0 1 0 4.2M12 10.1c1.5.4 2.3 1.5 2.6 3.1",
  post: "M2.5 5.5h11v7.5h-11zM5.8 5.5V3.8c0-.7.4-1 1-1h2.4c.6 0 1 .3 1 1v1.7M2.5 8.8h11M8 8v1.8",
  body: "M2 6.2 8 2.8l6 3.4zM3.5 6.5v5.2M6.5 6.5v5.2M9.5 6.5v5.2M12.5 6.5v5.2M2 13.2h12",
  building: "M3.5 13.5v-11h6v11M9.5 6h3v7.5M2 13.5h12M5.5 5h2M5.5 7.5h2M5.5 10h2",
  room: "M4 13.5v-11h8v11M2 13.5h12M9.6 8.2v.2",
  pin: "M8 14.2s4.6-4 4.6-7.6a4.6 4.6 0 0 0-9.2 0c0 3.6 4.6 7.6 4.6 7.6ZM8 8.2a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2Z",
  pencil: "m10.6 3 2.4 2.4-7.4 7.4-3 .6.6-3zM9 4.6 11.4 7",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.6V8l2.4 1.6",
  calendar: "M2.5 3.8h11v9.7h-11zM2.5 7h11M5.3 2.2v2.9M10.7 2.2v2.9",
  // moving about
  plus: "M8 3.2v9.6M3.2 8h9.6",
  minus: "M3.2 8h9.6",
  close: "m4 4 8 8M12 4l-8 8",
  check: "m3.2 8.4 3.2 3.2 6.4-7",
  "chevron-left": "M9.8 3.5 5.4 8l4.4 4.5",
  "chevron-right": "M6.2 3.5 10.6 8l-4.4 4.5",
  "chevron-up": "M3.5 9.8 8 5.4l4.5 4.4",
  "chevron-down": "M3.5 6.2 8 10.6l4.5-4.4",
  "arrow-right": "M3 8h10M9 4l4 4-4 4",
  undo: "M5.6 3 2.6 6l3 3M2.8 6h6.4a3.9 3.9 0 0 1 0 7.8H6",
  redo: "m10.4 3 3 3-3 3M13.2 6H6.8a3.9 3.9 0 0 0 0 7.8H10",
  search: "M7 11.6A4.6 4.6 0 1 0 7 2.4a4.6 4.6 0 0 0 0 9.2ZM10.4 10.4l3.2 3.2",
  more: "M3.6 8v.1M8 8v.1M12.4 8v.1",
  menu: "M2.5 4.2h11M2.5 8h11M2.5 11.8h11",
  filter: "M2.2 3.5h11.6L9.4 8.6v4.6l-2.8-1.4V8.6z",
  list: "M5.8 4h7.7M5.8 8h7.7M5.8 12h7.7M2.6 4v.1M2.6 8v.1M2.6 12v.1",
  // doing
  paste: "M5.4 3.3H3.5v10.2h9V3.3h-1.9M5.8 2.3h4.4v2.2H5.8zM5.8 7.7h4.4M5.8 10.3h3",
  trash: "M2.8 4.4h10.4M6 4.2V2.6h4v1.6M4 4.6l.7 8.9h6.6l.7-8.9M6.7 7v4M9.3 7v4",
  lock: "M4 7.2h8v6.3H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2M8 9.6v1.6",
  withheld:
    "M2.5 2.5l11 11M6.4 3.9A6.6 6.6 0 0 1 8 3.7c4 0 6 4.3 6 4.3a9.6 9.6 0 0 1-1.9 2.5M4.2 5.2A9.4 9.4 0 0 0 2 8s2 4.3 6 4.3c1 0 1.9-.3 2.7-.7M6.6 6.7a2 2 0 0 0 2.7 2.8",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.3V2.5h-8v8h2.8",
  link: "M6.8 9.2 9.2 6.8M7.4 4.8 9 3.2a2.7 2.7 0 0 1 3.8 3.8l-1.6 1.6M8.6 11.2 7 12.8A2.7 2.7 0 0 1 3.2 9l1.6-1.6",
  swap: "M3 5.4h9.4M9.8 2.8l2.6 2.6L9.8 8M13 10.6H3.6M6.2 8l-2.6 2.6 2.6 2.6",
  mail: "M2.2 3.8h11.6v8.6H2.2zM2.6 4.2 8 8.9l5.4-4.7",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  // states and places
  globe:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c1.8 1.7 2.6 3.7 2.6 6s-.8 4.3-2.6 6c-1.8-1.7-2.6-3.7-2.6-6S6.2 3.7 8 2Z",
  online: "M2 4.2h8.2v7.6H2zM10.2 7l3.8-2.3v6.6L10.2 9",
  screen: "M2 3h12v8H2zM5.5 13.5h5M8 11v2.5",
  book: "M3 2.8h8.2a1.8 1.8 0 0 1 1.8 1.8v8.9H4.6A1.6 1.6 0 0 1 3 11.9zM3 11.9a1.6 1.6 0 0 1 1.6-1.6H13",
  tray: "M2.2 9.2 4 3h8l1.8 6.2v4H2.2zM2.2 9.2h3.5c.2 1.2 1 1.8 2.3 1.8s2.1-.6 2.3-1.8h3.5",
  offline:
    "M2.5 2.5l11 11M4.2 8.3A5.4 5.4 0 0 1 6.6 7M11.8 8.3a5.6 5.6 0 0 0-2.1-1.3M1.8 5.8A9 9 0 0 1 4.6 4M14.2 5.8A9 9 0 0 0 7.4 3.3M6.4 10.6a2.4 2.4 0 0 1 3.2 0M8 13v.1",
  question:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.2 6.3C6.3 5.2 7 4.6 8 4.6s1.8.6 1.8 1.6c0 1.3-1.8 1.5-1.8 2.7M8 11.2v.1",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4v3.8M8 4.9V5",
  // kinds of overlap
  seat: "M4.5 2.5v6h6.2M4.5 8.5v5M10.7 8.5v5M4.5 5.5h4",
  paper: "M4 2.2h5.2L12 5v8.8H4zM9 2.4V5.2h2.8M6 8h4M6 10.6h4",
  bell: "M4.2 11V7.4a3.8 3.8 0 0 1 7.6 0V11l1.2 1.4H3zM6.8 14h2.4",
  way: "M3.6 13.4a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM12.4 5.4a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM5 12h4.6c2.6 0 2.6-4 0-4H6.4c-2.6 0-2.6-4 0-4H11",
  load: "M2.5 10h11v3.5h-11zM4 6.2h8V10M5.5 2.5h5v3.7",
  twins: "M2.5 2.5h7.6v8H2.5zM6 13.5h7.5V5.4M4.8 5.4h3M4.8 7.8h3",
  // how much an overlap matters: three shapes
  error: "M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM5 8h6",
  warning: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.9v4M8 11v.1",
  hint: "M3 3h10v7.5H8.6L6 13v-2.5H3zM6 6h4M6 8h2.5",
  // overlaps: one sign for each certainty, the same everywhere
  certain: "M8 2.2 14.4 13.4H1.6z",
  probable: "M8 1.6 14.4 8 8 14.4 1.6 8z",
  possible: "M8 2.4 13.6 8 8 13.6 2.4 8z",
  settled: "m3 8.6 3.2 3.2L13 4.4",
} as const;

export type IconName = keyof typeof iconPaths;

/** Drawn as a surface instead of a line. */
export const filledIcons: ReadonlySet<IconName> = new Set<IconName>(["certain", "probable"]);
