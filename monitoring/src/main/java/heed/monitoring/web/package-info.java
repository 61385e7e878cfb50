/**
 * What every answer over HTTP stands on, page or JSON: who asks and what of the figures they see, names that the server
 * goes by, headers, event streams, health, metrics and files. No page is known here.
 */
@NullMarked
package heed.monitoring.web;

import org.jspecify.annotations.NullMarked;
