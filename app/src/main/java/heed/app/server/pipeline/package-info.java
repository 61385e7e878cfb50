/**
 * The topology as it runs in Kafka Streams: its settings, what restarts it, and what it says of itself to the page and
 * the health checks.
 */
@NullMarked
package heed.app.server.pipeline;

import org.jspecify.annotations.NullMarked;
