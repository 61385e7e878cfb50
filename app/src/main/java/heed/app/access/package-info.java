/** What the commands about accounts do, apart from reading their options. */
@NullMarked
package heed.app.access;

import org.jspecify.annotations.NullMarked;
