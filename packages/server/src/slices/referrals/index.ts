/** The door of referrals. */
export { referralJobs } from './reminding.ts'
export { referralHandlers } from './routes.ts'
export { ofPerson as referralsOf, whole as wholeReferral } from './store.ts'
