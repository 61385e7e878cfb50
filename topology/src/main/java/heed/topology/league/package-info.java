/**
 * Compares hospitals: a rank for each, and how far the answers let it be trusted. A rank without its interval is false
 * precision, so none leaves this package alone.
 */
@NullMarked
package heed.topology.league;

import org.jspecify.annotations.NullMarked;
