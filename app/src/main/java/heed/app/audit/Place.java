package heed.app.audit;

/**
 * A hospital or one of its units.
 *
 * @param unit null for the hospital as a whole
 * @param number its number among the places of the partition
 */
record Place(String hospital, String unit, int number) {}
