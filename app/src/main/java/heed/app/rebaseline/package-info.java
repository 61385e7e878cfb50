/** Says what is open at a measure and writes a person's act about it. */
@NullMarked
package heed.app.rebaseline;

import org.jspecify.annotations.NullMarked;
