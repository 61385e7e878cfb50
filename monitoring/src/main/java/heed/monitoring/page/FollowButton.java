package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.key.PlaceKey;
import java.util.Objects;

/** Writes the button by which a reader begins to follow a place, or no longer does. */
public final class FollowButton {

    public static final String PATH = "/follow";
    public static final String HOSPITAL = "hospital";
    public static final String UNIT = "unit";
    public static final String WANTED = "follow";
    public static final String YES = "yes";
    public static final String NO = "no";

    private FollowButton() {}

    /** Returns the button of a place. */
    public static Html of(PageRequest request, PlaceKey place) {
        boolean followed = KeptPlaces.of(request).has(place);
        String seal = request.reader().seal();
        return el(
                "form",
                cls("follow"),
                attr("method", "post"),
                attr("action", PATH),
                hidden(HOSPITAL, place.hospital()),
                hidden(UNIT, Objects.toString(place.unit(), "")),
                hidden(WANTED, followed ? NO : YES),
                seal.isEmpty() ? Html.NOTHING : hidden(PageReader.SEAL, seal),
                el("button", attr("type", "submit"), followed ? "Stop following" : "Follow"),
                el(
                        "span",
                        cls("small"),
                        followed ? " It comes first on the overview." : " It then comes first on the overview."));
    }

    private static Html hidden(String name, String value) {
        return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
    }
}
