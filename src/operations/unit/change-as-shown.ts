import { AppError } from '../../errors.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { RegisterTask } from '../kernel/change-register.ts';
import { changeRegister } from '../kernel/change-register.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { tryOut } from '../kernel/transaction.ts';

/** Says what a change of the register would do, without writing. Errors: those of the change. */
export async function tryChange<T>(asked: LocalWork, task: RegisterTask<T>): Promise<T> {
  return tryOut(asked, async (trx, operation) => (await task(trx, operation, asked)).result);
}

/** Makes a change of the register as it was shown, if it was. Errors: those of the change, `conflict` where it would do something else by now. */
export async function changeAsShown<T>(
  asked: LocalWork,
  { task, shown }: { readonly task: RegisterTask<T>; readonly shown: T | undefined },
): Promise<T> {
  return changeRegister(asked, async (trx, operation, work) => {
    const done = await task(trx, operation, work);
    if (shown !== undefined && canonicalJson(done.result) !== canonicalJson(shown))
      throw new AppError('conflict', { what: asked.command });
    return done;
  });
}
