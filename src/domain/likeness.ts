/** Why two appeals look like one: the same phone, the same place and matter, a text alike. */
export const likenesses = ['phone', 'place', 'text'] as const;
export type Likeness = (typeof likenesses)[number];
