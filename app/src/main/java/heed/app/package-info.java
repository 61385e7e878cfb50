/** Where the program starts. */
@NullMarked
package heed.app;

import org.jspecify.annotations.NullMarked;
