/** A running Heed, as other commands on the same machine find it: through a file in its data directory. */
package heed.app.server.instance;
