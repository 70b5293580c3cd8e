/** What commands say of offices. */
export const officeViews = {
  title: 'Internal offices',
  unit: 'unit',
  office: 'office',
  state: 'state',
  limit: 'in force/limit',
  inForce: 'in force',
  withdrawnOn: 'withdrawn on',
  withdrawn: (on: string) => `withdrawn on ${on}`,
  set: (unit: string, office: string, state: string) => `${unit}, ${office}: ${state}.`,
};
