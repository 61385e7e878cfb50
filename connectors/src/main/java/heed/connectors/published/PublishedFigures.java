package heed.connectors.published;

import java.util.List;

/**
 * Holds what a file says.
 *
 * @param hospitals in the file's order
 * @param withheld figures that the publisher suppressed
 * @param rest rows that are no hospital's, and those that cannot be true
 */
public record PublishedFigures(List<? extends PublishedHospital> hospitals, int withheld, PublishedTable.Rest rest) {

    public PublishedFigures {
        hospitals = List.copyOf(hospitals);
    }
}
