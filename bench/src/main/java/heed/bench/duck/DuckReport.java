package heed.bench.duck;

import java.util.List;

/**
 * What the comparison came to.
 *
 * @param compared how many rows there are, said or counted
 * @param differing how many of them are not as counted
 * @param examples some of those, each with one field
 */
public record DuckReport(long compared, long differing, List<String> examples) {}
