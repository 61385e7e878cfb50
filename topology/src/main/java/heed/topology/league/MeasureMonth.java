package heed.topology.league;

import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** All hospitals' months in one measure, and what has been told of them. */
final class MeasureMonth {

    /** By code. */
    final NavigableMap<String, HospitalMonth> hospitals = new TreeMap<>();

    /** Hospitals that have a row in the league's topic. */
    final Set<String> told = new HashSet<>();

    /** Counts changes, so that a comparison knows whether it is still of the newest. */
    long version;

    /** Whether a hospital's month has changed since the last comparison. */
    boolean pending;
}
