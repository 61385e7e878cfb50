/** Holds what every HTTP server of ours has to know, once for all of them; it depends on none. */
package heed.schemas.http;
