/** The page of one hospital. */
@NullMarked
package heed.monitoring.page.hospital;

import org.jspecify.annotations.NullMarked;
