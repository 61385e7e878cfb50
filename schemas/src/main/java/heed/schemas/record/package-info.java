/** Copies the generated records, to change some of their fields, in a way that cannot forget one. */
package heed.schemas.record;
