// What the theme gives to scripts.

interface Window {
  /** Tells of each page that comes, the first one, too. Missing where the theme's script is. */
  document$?: { subscribe(listener: () => void): void }
  /** Tells of each address that the theme goes to. */
  location$?: { subscribe(listener: () => void): void }
}
