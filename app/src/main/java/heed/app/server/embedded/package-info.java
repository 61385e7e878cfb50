/**
 * Real servers without an installation: a Kafka broker in this process and a schema registry as a child process, both
 * on loopback only, both keeping their data in a directory.
 */
@NullMarked
package heed.app.server.embedded;

import org.jspecify.annotations.NullMarked;
