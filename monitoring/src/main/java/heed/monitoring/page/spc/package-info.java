/** The page that shows a line of figures as boards of the NHS read it: an SPC chart. */
@NullMarked
package heed.monitoring.page.spc;

import org.jspecify.annotations.NullMarked;
