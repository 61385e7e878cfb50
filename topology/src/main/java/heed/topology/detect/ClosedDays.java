package heed.topology.detect;

import java.util.Optional;

/**
 * Shows what the closed days of a key tell: it changes only when a day is closed, at a recovery, and by a person's act.
 *
 * @param n responses learned from
 * @param days days with responses that were learned from
 * @param usual what is usual; empty while too little is known to judge
 * @param evidence evidence of a fall, which goes on being gathered while an alarm is open, until its recovery
 * @param evidenceYears chance alone shows so much about once in so many years
 */
public record ClosedDays(long n, int days, Optional<Usual> usual, double evidence, double evidenceYears) {}
