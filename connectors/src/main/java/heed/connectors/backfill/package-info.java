/**
 * Brings in a history of real days, before a hospital's first response of its own: a file of submissions, a JSON object
 * a line, checked as the HTTP intake checks them.
 *
 * <p>Each response arrives when it was given, so no lateness stands in its way and a replay judges it alike; it is
 * written in the order of time, so that the watch goes through the days as they were.
 */
@NullMarked
package heed.connectors.backfill;

import org.jspecify.annotations.NullMarked;
