/** The topics that Heed needs: creates them, says how they differ from what they must be, and reads what is committed on one. */
package heed.app.server.topics;
