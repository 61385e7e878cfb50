/**
 * What Heed does where processes, brokers, disks, clocks and lines fail: child processes under a load that is known to
 * the last record, faults in a seeded order, and one verdict at the end.
 *
 * <p>{@link heed.app.fault.Evidence} is what was found, {@link heed.app.fault.Verdict} what must be true of it; the
 * rest makes something happen. {@code -Dheed.fault.rounds=N} repeats the faults of a test N times.
 */
package heed.app.fault;
