/**
 * The log counted again by DuckDB, and each score that was said compared with it: what {@code heed recount} does with
 * scores, as a database does it.
 *
 * <p>It is given rows that were decoded flat; all else is SQL. Ids are not forgotten: a log in which one comes again
 * after the days of the ledger is refused. Published figures, which are in months alone, it does not know.
 */
@NullMarked
package heed.bench.duck;

import org.jspecify.annotations.NullMarked;
