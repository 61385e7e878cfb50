/** Says how often chance alone may disturb whom, from the settings to a sentence. */
@NullMarked
package heed.app.budget;

import org.jspecify.annotations.NullMarked;
