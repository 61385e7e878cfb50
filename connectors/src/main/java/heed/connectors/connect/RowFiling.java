package heed.connectors.connect;

import heed.connectors.mapping.Mapping;
import heed.connectors.rows.RowFile;
import heed.connectors.submission.CommentReader;
import heed.connectors.table.TableSource;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;

/** Holds by what all files of a directory are read. */
record RowFiling(Mapping mapping, Questionnaires questionnaires, HospitalDirectory hospitals, CommentReader comments) {

    /**
     * Looks through a file.
     *
     * @throws heed.connectors.table.TableException where it can't be read, or lacks a column
     */
    RowFile open(TableSource source) {
        return RowFile.open(source, mapping, questionnaires, hospitals, comments);
    }
}
