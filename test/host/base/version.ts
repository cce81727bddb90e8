// Owns: which version of Obsidian's API the host stands for, and its language.

export const apiVersion = '1.13.1';

/** Whether the API is at least of this version. */
export function requireApiVersion(version: string): boolean {
  const [own, wanted] = [apiVersion, version].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (own?.[i] ?? 0) - (wanted?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export function getLanguage(): string {
  return 'en';
}
