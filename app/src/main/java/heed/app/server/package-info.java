/** Heed as it runs: servers made ready, pipeline, intake and page, wired, started in order and stopped in order. */
@NullMarked
package heed.app.server;

import org.jspecify.annotations.NullMarked;
