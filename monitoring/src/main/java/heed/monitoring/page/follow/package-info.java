/** Takes that a reader follows a hospital or ward, which their browser keeps. */
@NullMarked
package heed.monitoring.page.follow;

import org.jspecify.annotations.NullMarked;
