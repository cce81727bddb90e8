// Owns: the command line of start.mjs.

export const USAGE = `Usage: npm start -- [--vault DIR] [--port N] [--no-open] [--yes]
  --vault DIR  serve this folder itself; without it a fresh copy of the demo vault is served
  --port N     listen on this port of 127.0.0.1; without it on any free one
  --no-open    don't open the browser
  --yes        write into a folder that is an Obsidian vault without asking
  --help       print this`;

/**
 * @param {readonly string[]} args
 * @returns {{ vault: string | null, port: number, opens: boolean, yes: boolean } | { problem: string } | { help: true }}
 */
export function parseOptions(args) {
  const options = { vault: null, port: 0, opens: true, yes: false };
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = splitOnce(args[at]);
    if (name === '--no-open') options.opens = false;
    else if (name === '--yes') options.yes = true;
    else if (name === '--help' || name === '-h') return { help: true };
    else if (name === '--vault' || name === '--port') {
      const value = inline ?? args[++at];
      if (value === undefined || value === '') return { problem: `${name} needs a value.` };
      if (name === '--vault') options.vault = value;
      else if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) return { problem: `${value} is not a port.` };
      else options.port = Number(value);
    } else return { problem: `Unknown option: ${args[at]}` };
  }
  return options;
}

function splitOnce(arg) {
  const equals = arg.indexOf('=');
  return arg.startsWith('--') && equals > 0 ? [arg.slice(0, equals), arg.slice(equals + 1)] : [arg, undefined];
}
