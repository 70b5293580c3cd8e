import { registerHooks } from 'node:module';

/** jsonc-parser names its own modules without their ending, which bundlers know how to read and Node does not. */
registerHooks({
  resolve: (name, context, next) => {
    const isOwn = name.startsWith('.') && context.parentURL?.includes('/jsonc-parser/lib/esm/') === true;
    return next(isOwn && !name.endsWith('.js') ? `${name}.js` : name, context);
  },
});
