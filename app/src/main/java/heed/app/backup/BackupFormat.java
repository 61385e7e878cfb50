package heed.app.backup;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/**
 * Knows how a backup is written: an Avro object container, which any Avro tool reads. Its metadata says the version and
 * the number of partitions; its entries are the schemas (each before the first record in it), the records (in their
 * order by partition), and the end, which says how many there were and their digest.
 */
final class BackupFormat {

    static final String VERSION_KEY = "heed.backup.version";
    static final String PARTITIONS_KEY = "heed.backup.partitions";
    static final long VERSION = 1;

    static final Schema HEADER = SchemaBuilder.record("Header")
            .namespace("heed.backup")
            .fields()
            .requiredString("key")
            .optionalBytes("value")
            .endRecord();

    static final Schema SCHEMA = SchemaBuilder.record("WriterSchema")
            .namespace("heed.backup")
            .fields()
            .requiredInt("id")
            .requiredString("topic")
            .requiredString("text")
            .endRecord();

    static final Schema RECORD = SchemaBuilder.record("Record")
            .namespace("heed.backup")
            .fields()
            .requiredString("topic")
            .requiredInt("partition")
            .requiredLong("timestamp")
            .optionalString("key")
            .optionalBytes("value")
            .name("headers")
            .type()
            .array()
            .items(HEADER)
            .noDefault()
            .endRecord();

    static final Schema END = SchemaBuilder.record("End")
            .namespace("heed.backup")
            .fields()
            .requiredLong("records")
            .requiredBytes("sha256")
            .endRecord();

    static final Schema ENTRY = Schema.createUnion(SCHEMA, RECORD, END);

    private BackupFormat() {}
}
