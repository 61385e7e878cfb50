/**
 * Deliveries of survey vendors: whose they are, by their signature, and what is in them, by a mapping. Nothing here
 * knows HTTP but its headers.
 */
@NullMarked
package heed.connectors.webhook;

import org.jspecify.annotations.NullMarked;
