/**
 * Takes feedback over HTTP: {@code POST /feedback}, JSON or a JSON object a line. A request passes, in this order, the
 * limits of its client, the size and the deadline of its body, the reading of its JSON and the checking of every field,
 * and is answered only when Kafka has acknowledged all of it. Nothing that a patient said is repeated in an answer or a
 * log line.
 */
@NullMarked
package heed.connectors.intake;

import org.jspecify.annotations.NullMarked;
