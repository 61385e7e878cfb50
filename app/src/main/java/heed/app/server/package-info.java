/** Heed as it runs: servers, pipeline, intake and page, wired, started in order and stopped in order. */
package heed.app.server;
