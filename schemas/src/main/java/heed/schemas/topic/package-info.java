/** Declares what topics there are: each one's name, type, key and retention, once for everybody. */
package heed.schemas.topic;
