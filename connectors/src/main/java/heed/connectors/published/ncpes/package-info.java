/** Reads the National Cancer Patient Experience Survey as it is published: a percentage by trust and question. */
package heed.connectors.published.ncpes;
