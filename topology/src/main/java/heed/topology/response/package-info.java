/** A patient's response as the steps pass it on: decoded once, no strings of its own. */
@NullMarked
package heed.topology.response;

import org.jspecify.annotations.NullMarked;
