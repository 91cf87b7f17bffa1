/** The text from which every demo region is invented, so that sample files can speak of people who are in it. */
export const demoSeed = 'kerege'
