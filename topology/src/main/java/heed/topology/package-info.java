/** What is concluded from feedback: the stream topology and its steps. */
@NullMarked
package heed.topology;

import org.jspecify.annotations.NullMarked;
