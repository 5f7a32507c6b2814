/**
 * How much faster than in reality jobs run and pollers poll, so that hours fit into minutes. The clocks themselves are the
 * machine's: a signature has to be fresh, however long a busy machine takes to read it.
 */
export const SPEED = 100;

/** In milliseconds. Jobs of the real service were seen to take from half a minute to four. */
export const JOB_DELAYS = { pending: 5000 / SPEED, running: 45_000 / SPEED };

/** The poller's own delays, in seconds. */
export const POLLING = { minDelay: 2 / SPEED, maxDelay: 30 / SPEED, maxWaitTime: 2000 / SPEED };

/** For a poller that first waits for another job: if that job is stuck, its own poller times out first. */
export const PATIENT_POLLING = { ...POLLING, maxWaitTime: 3 * POLLING.maxWaitTime };
