package heed.schemas.hospital;

/** What becomes of the responses of hospitals that are not in the hospitals' file. */
public enum UnknownHospitals {
    /** They count, of as many hospitals as the limit says. */
    ACCEPT,
    /** They are rejected: the file is the list of who may send. */
    REJECT
}
