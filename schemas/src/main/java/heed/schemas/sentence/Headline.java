package heed.schemas.sentence;

import java.time.ZonedDateTime;

/** Says in one sentence how all hospitals stand, in English and in Welsh. */
public record Headline(String english, String welsh) {

    /** Nothing has ever come in, and nobody listens since a moment. */
    public static Headline nobodyHeardAndNotListeningSince(ZonedDateTime moment) {
        return new Headline(
                "No hospital has been heard from, and Heed does not listen since " + English.moment(moment),
                "Nid oes unrhyw ysbyty wedi anfon dim, ac nid yw Heed yn gwrando ers " + welsh(moment));
    }

    /** Nothing has been read yet. */
    public static Headline startingWithNothing() {
        return new Headline(
                "Heed is starting: nothing can be said of hospitals yet",
                "Mae Heed yn dechrau: ni ellir dweud dim am ysbytai eto");
    }

    /** Nothing has ever come in. */
    public static Headline nobodyHeardYet() {
        return new Headline("No hospital has been heard from yet", "Nid oes unrhyw ysbyty wedi anfon dim eto");
    }

    /** Nothing is worked on since a moment, of {@code all} hospitals. */
    public static Headline notKnownSince(int all, ZonedDateTime moment) {
        return new Headline(
                (all == 1 ? "How the hospital is" : "How hospitals are") + " is not known since "
                        + English.moment(moment),
                "Nid yw'n hysbys sut mae'r " + (all == 1 ? "ysbyty" : "ysbytai") + " ers " + welsh(moment));
    }

    /** Some of what has come in is still to be read. */
    public static Headline starting() {
        return new Headline(
                "Heed is starting: not everything that has come in is counted yet",
                "Mae Heed yn dechrau: nid yw popeth sydd wedi dod i law wedi'i gyfrif eto");
    }

    /** Some of {@code all} hospitals need attention. */
    public static Headline needAttention(int some, int all) {
        return new Headline(
                English.count(some) + of(all) + (some == 1 ? " needs" : " need") + " attention",
                "Mae angen sylw ar " + English.count(some) + ofWelsh(all));
    }

    /** Of some of {@code all} hospitals it is not known since a moment how they are. */
    public static Headline nothingKnownOf(int some, int all, ZonedDateTime moment) {
        return new Headline(
                "Nothing is known of " + English.count(some) + of(all) + " since " + English.moment(moment),
                "Nid oes dim yn hysbys am " + English.count(some) + ofWelsh(all) + " ers " + welsh(moment));
    }

    /** None of {@code all} hospitals reports. */
    public static Headline noneReports(int all) {
        return all == 1
                ? new Headline("The hospital does not report", "Nid yw'r ysbyty yn adrodd")
                : new Headline("None" + of(all) + " reports", "Nid oes yr un" + ofWelsh(all) + " yn adrodd");
    }

    /** All that report have too few answers to show. */
    public static Headline tooFewAnswers() {
        return new Headline(
                "Too few answers to say how hospitals are", "Rhy ychydig o atebion i ddweud sut mae'r ysbytai");
    }

    /** Nothing could be flagged at any that reports. */
    public static Headline nothingCanBeFlagged() {
        return new Headline(
                "Nothing can be flagged yet: what is usual is not known",
                "Ni ellir tynnu sylw at ddim eto: nid yw'n hysbys beth sy'n arferol");
    }

    /** None of those that report needs attention, and others do not report. */
    public static Headline noneThatReportsNeedsAttention(int reporting) {
        return reporting == 1
                ? new Headline(
                        "The 1 hospital that reports needs no attention",
                        "Nid oes angen sylw ar yr 1 ysbyty sy'n adrodd")
                : new Headline(
                        "None of the " + English.hospitals(reporting) + " that report needs attention",
                        "Nid oes angen sylw ar yr un o'r " + English.count(reporting) + " ysbyty sy'n adrodd");
    }

    /** None of {@code all} hospitals needs attention. */
    public static Headline noneNeedsAttention(int all) {
        return all == 1
                ? new Headline("The hospital needs no attention", "Nid oes angen sylw ar yr ysbyty")
                : new Headline("None" + of(all) + " needs attention", "Nid oes angen sylw ar yr un" + ofWelsh(all));
    }

    /** Closed months of {@code all} hospitals are told, and nothing of now; of none where no month has been closed. */
    public static Headline closedMonths(int all) {
        return all == 0
                ? new Headline("No month has been closed yet", "Nid oes yr un mis wedi'i gau eto")
                : new Headline("Closed months" + of(all), "Misoedd sydd wedi'u cau" + ofWelsh(all));
    }

    private static String of(int all) {
        return " of " + English.hospitals(all);
    }

    private static String ofWelsh(int all) {
        return " o " + English.count(all) + " ysbyty";
    }

    private static String welsh(ZonedDateTime moment) {
        return Months.WELSH.write(moment.toLocalDate()) + ", " + Months.time(moment);
    }
}
