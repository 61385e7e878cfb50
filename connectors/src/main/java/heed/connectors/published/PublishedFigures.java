package heed.connectors.published;

import java.util.List;

/**
 * Holds what a file says.
 *
 * @param hospitals in the file's order
 * @param withheld figures that the publisher suppressed
 * @param rejected rows that cannot be true
 */
public record PublishedFigures(List<? extends PublishedHospital> hospitals, int withheld, List<BadRow> rejected) {

    public PublishedFigures {
        hospitals = List.copyOf(hospitals);
        rejected = List.copyOf(rejected);
    }
}
