package heed.topology.admit;

/** Whether the hospitals' file has a hospital. */
enum Listing {
    LISTED,
    UNLISTED
}
