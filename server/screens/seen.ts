/** When a screen was last there, where from, and whether it is there now. */
export type Seen = { readonly seenMs: number; readonly address: string; readonly isConnected: boolean };
