/**
 * Remembers every response it has counted, so that none counts twice and each can be corrected or withdrawn.
 *
 * <p>A hospital's ledger keeps the last 90 (a setting) arrival days on which it received anything. What arrived on a
 * day that has been closed is refused rather than risk counting it a second time; see
 * {@code docs/decisions/003-ledger-days.md}.
 */
@NullMarked
package heed.topology.ledger;

import org.jspecify.annotations.NullMarked;
