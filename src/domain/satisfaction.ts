/** How satisfied a citizen is, best first; the three upper grades count as satisfied (12345 evaluation, five grades). */
export const grades = [
  'very-satisfied',
  'satisfied',
  'basically-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export type Grade = (typeof grades)[number];

/** What a citizen said of the result or the service at a call-back: one of five grades, or yes and no alone. */
export type Satisfaction = Grade | boolean;

/** Whether an answer counts as satisfied. */
export function isSatisfied(answer: Satisfaction): boolean {
  return typeof answer === 'boolean'
    ? answer
    : grades.indexOf(answer) <= grades.indexOf('basically-satisfied');
}
