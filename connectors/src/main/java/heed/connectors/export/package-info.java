/** {@code ./heed export}: the rows of a topic to its end, as a file that a spreadsheet or a statistician reads. */
@NullMarked
package heed.connectors.export;

import org.jspecify.annotations.NullMarked;
