package heed.connectors.submission;

import heed.connectors.deidentify.Deidentifier;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import java.util.List;

/** Makes what reads comments, for tests in which little of them matters. */
public final class CommentFixture {

    private CommentFixture() {}

    /** Returns a reader of comments of at most 200 characters, which knows one hospital by its name. */
    public static CommentReader reader() {
        return new CommentReader(
                Deidentifier.knowing(List.of()),
                HospitalDirectory.of(
                        List.of(new Hospital("R1H", "James Paget", HospitalDirectory.DEFAULT_ZONE)),
                        HospitalDirectory.DEFAULT_ZONE),
                200);
    }
}
