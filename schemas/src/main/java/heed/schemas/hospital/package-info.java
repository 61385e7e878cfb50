/** Knows hospitals by their codes: a name for readers, and the time zone that their days are counted in. */
package heed.schemas.hospital;
