/** Refuses records: the way of every step to the rejected topic, with the headers that its contract names. */
package heed.topology.reject;
