/** A Heed and its data directory: the name that it keeps there, and the file through which other commands on the same machine find it. */
package heed.app.server.instance;
