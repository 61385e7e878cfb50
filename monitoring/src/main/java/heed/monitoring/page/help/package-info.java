/** The page that explains the words and the charts of the others. */
@NullMarked
package heed.monitoring.page.help;

import org.jspecify.annotations.NullMarked;
