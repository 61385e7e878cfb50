/** What a contender of the benchmark is given, and what it must be able to do. */
@NullMarked
package heed.bench.entrant;

import org.jspecify.annotations.NullMarked;
