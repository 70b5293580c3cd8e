import type { Tone } from '../view.ts';

/** Colours of tones in pictures: calm ones for places on a scale, red for what is late or wrong alone. */
export const toneColors: Readonly<Record<Tone, string>> = {
  high: '#2f5d8a',
  middle: '#6fa3c8',
  low: '#a9b8c4',
  plain: '#6b7785',
  dim: '#d4d9de',
  good: '#4f8a5b',
  warning: '#c98a2b',
  bad: '#b3261e',
};
