/** The number on a certificate: counted for each year, the same in every language. */
export const certificateNumber = (year: number, number: number): string =>
  `TC-${year}-${String(number).padStart(4, '0')}`
