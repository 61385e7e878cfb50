package heed.schemas.sentence;

/** Says what readers of comments have to know, in English and Welsh. */
public enum CommentSentences {
    /** Stands above them. */
    ABOVE(
            "What people wrote, the newest first, after names and numbers were taken out. It may still tell who somebody"
                    + " is: read it alone, and pass none of it on with a guess of whose it is.",
            "Yr hyn a ysgrifennodd pobl, y diweddaraf yn gyntaf, ar ôl tynnu enwau a rhifau. Gall ddweud o hyd pwy yw"
                    + " rhywun: darllenwch ef ar eich pen eich hun, a pheidiwch â'i rannu gan ddyfalu pwy a'i ysgrifennodd."),
    /** Stands where too few answered. */
    TOO_FEW(
            "Too few people answered in these days for what they wrote to be shown.",
            "Atebodd rhy ychydig o bobl yn y dyddiau hyn i ddangos yr hyn a ysgrifennwyd ganddynt."),
    /** Stands where nobody wrote. */
    NONE("Nobody wrote anything in these days.", "Ni ysgrifennodd neb ddim yn y dyddiau hyn.");

    private final String english;
    private final String welsh;

    CommentSentences(String english, String welsh) {
        this.english = english;
        this.welsh = welsh;
    }

    /** Returns it in English. */
    public String english() {
        return english;
    }

    /** Returns it in Welsh. */
    public String welsh() {
        return welsh;
    }
}
