package heed.bench;

import heed.schemas.topic.Topics;

/**
 * What a contender's output was held against.
 *
 * @param right whether totals are as they should be
 * @param text what was found
 * @param digest of all bytes of all rows; 0 where rows are not those of Heed
 */
record Check(boolean right, String text, long digest) {

    static Check of(Contender contender, String bootstrap, ExpectedScores expected) {
        return contender.says() == Contender.Says.COPY
                ? copy(bootstrap, expected)
                : scores(contender, bootstrap, expected);
    }

    private static Check scores(Contender contender, String bootstrap, ExpectedScores expected) {
        SaidScores said = SaidScores.read(bootstrap);
        if (!said.totals().same(expected.totals())) {
            return new Check(false, "WRONG: expected " + expected.totals() + ", said " + said.totals(), 0);
        }
        String text = "%,d rows, %,d final, totals as recounted".formatted(said.rows(), said.finals());
        return new Check(true, text, contender.says() == Contender.Says.FINALS ? said.digest() : 0);
    }

    private static Check copy(String bootstrap, ExpectedScores expected) {
        CopyDigest read = CopyDigest.of(bootstrap, Topics.FEEDBACK.name());
        CopyDigest written = CopyDigest.of(bootstrap, Contender.Says.COPY.topic());
        boolean right = read.equals(written) && read.records() == expected.records();
        return new Check(right, (right ? "" : "WRONG: ") + "%,d records copied".formatted(written.records()), 0);
    }
}
