/** Says of a record that it was refused, in the headers that the rejected topic's contract names. */
package heed.topology.reject;
