/**
 * The shape of a JSON document, as JSON itself. A text names what a value is: `string`, `number`, `boolean`, `null`, one of a few words
 * in quotes, or several of these parted by ` | `. `[shape]` is a list of it, an object has a shape per field (`field?` may be
 * absent), `{"*": shape}` any fields, and `{"|": [shapes]}` is one of several where one of them is no text.
 */
export type ResultShape = string | readonly ResultShape[] | { readonly [field: string]: ResultShape };
