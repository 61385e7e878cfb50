/** The topics that Heed needs: creates them, and says how they differ from what they must be. */
package heed.app.server.topics;
