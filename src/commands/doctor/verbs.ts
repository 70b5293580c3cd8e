import type { Declare } from '../declare.ts';
import { addDoctorCommand } from './doctor.ts';

/** `doctor` has no verbs: it is the command. */
export const verbs: readonly Declare[] = [addDoctorCommand];
