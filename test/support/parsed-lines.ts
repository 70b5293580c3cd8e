import { Command } from 'commander';

/** What a command was given: its arguments and options as they were parsed, and which of the options it looked at. */
export interface ParsedLine {
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly read: ReadonlySet<string>;
}

/**
 * Has every verb that is declared from now on tell what it was given, and go on. Gives what the first of them was given, which may have
 * others run, and a way to end it.
 * Commander calls an action with the arguments, the options and the command.
 */
export function watchActions(): { readonly first: () => ParsedLine | undefined; readonly stop: () => void } {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
  const { action } = Command.prototype;
  let first: ParsedLine | undefined;
  Command.prototype.action = function (this: Command, run: (...given: never[]) => void | Promise<void>) {
    return action.call(this, (...given: unknown[]) => {
      const options = given.at(-2) as Record<string, unknown>;
      const read = new Set<string>();
      first ??= { args: given.slice(0, -2), options: { ...options }, read };
      const watched = new Proxy(options, {
        get: (held, name) => {
          if (typeof name === 'string') read.add(name);
          return Reflect.get(held, name) as unknown;
        },
      });
      return run(...([...given.slice(0, -2), watched, given.at(-1)] as never[]));
    });
  };
  return {
    first: () => first,
    stop: () => {
      Command.prototype.action = action;
    },
  };
}
