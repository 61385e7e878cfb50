/** Says why a record was refused, in the words that the topic of refused records, the metrics and the pages share. */
package heed.schemas.rejected;
