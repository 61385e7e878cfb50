/** Holds Heed to brokers that ask who everybody is and allow what they must alone. */
@NullMarked
package heed.app.secured;

import org.jspecify.annotations.NullMarked;
