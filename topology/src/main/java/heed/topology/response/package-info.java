/** A patient's response as the steps pass it on: decoded once, no strings of its own. */
package heed.topology.response;
