/** The second click of a double click is none: another row may stand under the pointer by then. */
export function once(run: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) run();
  };
}
