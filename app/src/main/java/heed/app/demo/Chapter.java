package heed.app.demo;

import java.time.LocalDate;
import java.util.Set;

/**
 * Tells one part of the story: what gets worse at one hospital, by how much, from one day until another.
 *
 * @param wards where it happens; empty means everywhere
 * @param aspects what patients notice
 * @param fall how much the share of good answers falls, 0 to 1
 * @param from first bad day
 * @param until first good day again
 */
record Chapter(String hospital, Set<String> wards, Set<Aspect> aspects, double fall, LocalDate from, LocalDate until) {

    Chapter {
        wards = Set.copyOf(wards);
        aspects = Set.copyOf(aspects);
    }

    boolean concerns(String where, String ward, Aspect aspect) {
        return hospital.equals(where) && aspects.contains(aspect) && (wards.isEmpty() || wards.contains(ward));
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
