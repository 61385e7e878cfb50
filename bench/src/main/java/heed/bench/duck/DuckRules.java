package heed.bench.duck;

import heed.schemas.disclosure.Minimums;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What the count goes by.
 *
 * @param zone of all hospitals
 * @param lateness how long after it was given a response counts, and after a window's end the window is final
 * @param ledgerDays how many days an id is known
 * @param minimums fewest answers that each audience is shown a score of
 */
public record DuckRules(ZoneId zone, Duration lateness, int ledgerDays, Minimums minimums) {}
