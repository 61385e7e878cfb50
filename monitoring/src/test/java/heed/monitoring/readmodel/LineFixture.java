package heed.monitoring.readmodel;

/** Reads the line of figures that most tests of the read model are about. */
final class LineFixture {

    private LineFixture() {}

    /** Returns the positive answers of the hospital {@code H1} as a whole, as last published. */
    static Series whole(ReadModel model) {
        return model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get("H1")
                .whole("fft-2020.positive")
                .orElseThrow();
    }
}
