/** Says records in plain sentences, English and Welsh, in one place: page, notifiers and consumers then say the same. */
package heed.schemas.sentence;
