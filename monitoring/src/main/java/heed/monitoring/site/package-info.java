/** All pages, the API and what an operator asks, on one server. */
@NullMarked
package heed.monitoring.site;

import org.jspecify.annotations.NullMarked;
