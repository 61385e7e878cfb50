/**
 * Writes what was submitted where it belongs: the response to the log that everything follows from, what the patient
 * wrote to a topic of its own, from which it can be erased.
 */
@NullMarked
package heed.connectors.words;

import org.jspecify.annotations.NullMarked;
