/** The page of one hospital. */
package heed.monitoring.page.hospital;
