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
    NONE("Nobody wrote anything in these days.", "Ni ysgrifennodd neb ddim yn y dyddiau hyn."),
    /** Stands where fewer wrote about a theme than are told of by themselves. */
    TOO_FEW_ABOUT(
            "Too few people wrote about this in these days for it to be shown by itself.",
            "Ysgrifennodd rhy ychydig o bobl am hyn yn y dyddiau hyn i'w ddangos ar ei ben ei hun."),
    /** Stands above the themes that more people write about since. */
    MORE_SINCE(
            "More people wrote about these since than before, beyond what chance explains. A model found what each"
                    + " comment is about, and is often wrong about a single one: read them.",
            "Ysgrifennodd mwy o bobl am y rhain ers hynny nag o'r blaen, y tu hwnt i'r hyn y mae siawns yn ei egluro."
                    + " Model a ganfu am beth mae pob sylw, ac mae'n aml yn anghywir am un unigol: darllenwch nhw."),
    /** Stands where no theme is. */
    NO_MORE_SINCE(
            "There is no theme that more people wrote about since than chance explains.",
            "Nid oes thema yr ysgrifennodd mwy o bobl amdani ers hynny nag y mae siawns yn ei egluro.");

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
