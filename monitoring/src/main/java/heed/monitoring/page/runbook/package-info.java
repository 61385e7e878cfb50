/** Runbooks, and the documents that they lead to, as pages: the files of the source, read from the program itself. */
@NullMarked
package heed.monitoring.page.runbook;

import org.jspecify.annotations.NullMarked;
