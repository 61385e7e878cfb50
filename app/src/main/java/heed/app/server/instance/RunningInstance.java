package heed.app.server.instance;

import java.net.URI;
import java.time.Instant;

/**
 * Describes a running Heed.
 *
 * @param began when its process began, to tell it from a later process of the same id
 */
public record RunningInstance(long pid, Instant began, String bootstrap, URI registry, URI page, URI intake) {}
