import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { nameFields, setsField } from '../../src/cli/name-fields.ts';
import { AppError } from '../../src/errors.ts';

const verb = setsField(
  new Command('set').argument('<unit>').option('--form <form>').option('--established-on <day>'),
  'tier',
  '--form',
);

describe('what an operation lacks, in the words of the command', () => {
  it.each([
    ['establishedOn', '--established-on'],
    ['tier', '--form'],
    ['unit', '<unit>'],
    ['elsewhere', 'elsewhere'],
  ])('%s is %s', (field, option) => {
    expect(nameFields(new AppError('value-missing', { fields: [field] }), verb)).toMatchObject({
      code: 'option-missing',
      details: { options: [option] },
    });
  });

  it('keeps what is wrong with a value, and other errors as they are', () => {
    const wrong = new AppError('value-invalid', { field: 'tier', value: 'x', allowed: ['a'] });
    expect(nameFields(wrong, verb)).toMatchObject({
      code: 'option-value-invalid',
      details: { option: '--form', value: 'x', allowed: ['a'] },
    });
    const long = new AppError('value-too-long', { field: 'tier', length: 3, limit: 2 });
    expect(nameFields(long, verb)).toMatchObject({
      code: 'option-too-long',
      details: { option: '--form', length: 3, limit: 2 },
    });
    const other = new AppError('edition-none', {});
    expect(nameFields(other, verb)).toBe(other);
    expect(nameFields(wrong, undefined)).toBe(wrong);
  });
});
