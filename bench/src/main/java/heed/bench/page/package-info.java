/** Measures how soon a response is seen by many browsers at once, in the program as it is delivered. */
@NullMarked
package heed.bench.page;

import org.jspecify.annotations.NullMarked;
