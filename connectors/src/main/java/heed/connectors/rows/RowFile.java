package heed.connectors.rows;

import heed.connectors.mapping.Mapping;
import heed.connectors.mapping.RowMapper;
import heed.connectors.submission.CommentReader;
import heed.connectors.table.RowTable;
import heed.connectors.table.TableSource;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;

/**
 * Holds a file, how its rows become responses, and what is known of hospitals and questions.
 *
 * @param table the file, looked through before
 * @param comments reads what patients wrote
 */
public record RowFile(
        TableSource source,
        RowTable table,
        Mapping mapping,
        Questionnaires questionnaires,
        HospitalDirectory hospitals,
        CommentReader comments) {

    /**
     * Looks through a file and for the columns that the mapping reads.
     *
     * @throws heed.connectors.table.TableException where it can't be read, or lacks a column
     */
    public static RowFile open(
            TableSource source,
            Mapping mapping,
            Questionnaires questionnaires,
            HospitalDirectory hospitals,
            CommentReader comments) {
        RowTable table = RowTable.open(source, mapping.format());
        table.require(mapping.columns());
        return new RowFile(source, table, mapping, questionnaires, hospitals, comments);
    }

    /** Returns what reads its rows, from the first on. */
    RowMapper mapper(Instant now) {
        return new RowMapper(source.name(), mapping, questionnaires, hospitals, comments, now);
    }
}
