// Owns: the commands a plugin offers to Obsidian's command line, and its obsidian:// actions.

export type CliFlags = Record<string, { value?: string; description: string; required?: boolean }>;
export type CliHandler = (params: Record<string, string>) => string | Promise<string>;

interface CliCommand {
  readonly description: string;
  readonly flags: CliFlags | null;
  readonly handler: CliHandler;
}

export class Cli {
  private readonly commands = new Map<string, CliCommand>();

  /** The result takes it away again. Throws when the name is taken. */
  register(command: string, definition: CliCommand): () => void {
    if (this.commands.has(command)) throw new Error(`CLI handler "${command}" is already registered`);
    this.commands.set(command, definition);
    return () => this.commands.delete(command);
  }

  names(): string[] {
    return [...this.commands.keys()];
  }

  flagsOf(command: string): CliFlags | null {
    return this.commands.get(command)?.flags ?? null;
  }

  /** What the command would print. Rejects for an unknown command and for a missing flag that is required. */
  async run(command: string, params: Record<string, string> = {}): Promise<string> {
    const found = this.commands.get(command);
    if (!found) throw new Error(`Unknown command: ${command}`);
    const missing = Object.entries(found.flags ?? {}).filter(([name, flag]) => flag.required && !(name in params)).map(([name]) => name);
    if (missing.length > 0) throw new Error(`Missing required: ${missing.join(', ')}`);
    return found.handler(params);
  }
}

export type ProtocolHandler = (params: Record<string, string>) => unknown;

export class ProtocolHandlers {
  private readonly handlers = new Map<string, ProtocolHandler>();

  register(action: string, handler: ProtocolHandler): () => void {
    if (this.handlers.has(action)) throw new Error(`URI action handler "${action}" is already registered`);
    this.handlers.set(action, handler);
    return () => this.handlers.delete(action);
  }

  actions(): string[] {
    return [...this.handlers.keys()];
  }

  /** `obsidian://plan-rollup?file=a` → the handler of `plan-rollup` with `{action, file}`. Whether there is one. */
  async open(url: string): Promise<boolean> {
    const { host, searchParams } = new URL(url);
    const handler = this.handlers.get(host);
    if (!handler) return false;
    await handler({ ...Object.fromEntries(searchParams), action: host });
    return true;
  }
}
