/** Prints the records of a topic as they come, decoded, one JSON object a line. */
package heed.app.tail;
