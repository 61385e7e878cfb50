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
    /** Stands where fewer wrote than are told of. */
    TOO_FEW_WROTE(
            "Too few people wrote in these days to tell what about.",
            "Ysgrifennodd rhy ychydig o bobl yn y dyddiau hyn i ddweud am beth."),
    /** Stands where fewer wrote about a theme than are told of by themselves. */
    TOO_FEW_ABOUT(
            "Too few people wrote about this in these days for it to be shown by itself.",
            "Ysgrifennodd rhy ychydig o bobl am hyn yn y dyddiau hyn i'w ddangos ar ei ben ei hun."),
    /** Stands where comments of none of the days are kept any more. */
    NOT_KEPT(
            "What people wrote in these days is not kept any more.",
            "Nid yw'r hyn a ysgrifennodd pobl yn y dyddiau hyn yn cael ei gadw mwyach."),
    /** Stands where comments of some of the days are not kept any more. */
    OLDER_NOT_KEPT(
            "Comments of earlier days than these are not kept any more.",
            "Nid yw sylwadau o ddyddiau cynharach na'r rhain yn cael eu cadw mwyach."),
    /** Stands above the themes that more people write about since. */
    MORE_SINCE(
            "Among people who rated care alike, more wrote about these since than before, beyond what chance explains:"
                    + " where nothing changed, at most one look in twenty shows any. A model found what each comment is"
                    + " about, and may take one theme for another close to it: read them.",
            "Ymhlith pobl a roddodd yr un farn ar ofal, ysgrifennodd mwy am y rhain ers hynny nag o'r blaen, y tu hwnt"
                    + " i'r hyn y mae siawns yn ei egluro: lle na newidiodd dim, mae un olwg o bob ugain ar y mwyaf yn"
                    + " dangos rhywbeth. Model a ganfu am beth mae pob sylw, a gall gymryd un thema am un arall sy'n agos ati:"
                    + " darllenwch nhw."),
    /** Stands where no theme is. */
    NO_MORE_SINCE(
            "Among people who rated care alike, there is no theme that more wrote about since than chance explains.",
            "Ymhlith pobl a roddodd yr un farn ar ofal, nid oes thema yr ysgrifennodd mwy amdani ers hynny nag y mae"
                    + " siawns yn ei egluro."),
    /** Stands below what more people write about than they did. */
    RISEN_THEMES(
            "Weeks that are over, counted in steps. Where nothing has changed, a hospital is held to one such rise a"
                    + " year; in simulation 0 to 1.1, and up to 4 where weeks are like those before them. A model found"
                    + " what comments are about, and may take one theme for another close to it.",
            "Wythnosau sydd ar ben, wedi'u cyfrif fesul cam. Lle na newidiodd dim, un cynnydd o'r fath y flwyddyn yw'r"
                    + " terfyn ar gyfer ysbyty; mewn efelychiad 0 i 1.1, a hyd at 4 lle mae wythnosau'n debyg i'r rhai"
                    + " o'u blaen. Model a ganfu am beth mae sylwadau, a gall gymryd un thema am un arall sy'n agos ati."),
    /** Stands where too few wrote for any theme to be looked at. */
    TOO_FEW_TO_TELL(
            "Too few wrote to tell whether people write about something else since.",
            "Ysgrifennodd rhy ychydig i ddweud a yw pobl yn ysgrifennu am rywbeth arall ers hynny.");

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
