/**
 * {@code ./heed sink postgres}: results as tables of PostgreSQL, each record exactly once, because how far the topics
 * have been read is written in the same transaction (docs/decisions/029-postgres.md).
 */
@NullMarked
package heed.connectors.postgres;

import org.jspecify.annotations.NullMarked;
