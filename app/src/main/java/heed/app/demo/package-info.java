/** The demonstration: invented hospitals whose patients answer as patients do, and a story that happens to them. */
@NullMarked
package heed.app.demo;

import org.jspecify.annotations.NullMarked;
