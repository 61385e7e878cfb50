/** The topics that Heed needs: creates them, and says how they differ from what they must be. */
@NullMarked
package heed.app.server.topics;

import org.jspecify.annotations.NullMarked;
