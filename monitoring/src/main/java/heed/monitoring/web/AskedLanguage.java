package heed.monitoring.web;

import heed.monitoring.language.Language;
import heed.monitoring.language.Spoken;
import heed.schemas.http.KeptCookie;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which language a request is answered in: the one that its address asks for ({@code lang=cy}), which the
 * browser then keeps, unless its page renews itself; else the one it keeps; else the one that it prefers of those there
 * are. The cookie says nothing of who somebody is.
 */
public final class AskedLanguage {

    private static final String NAME = "lang";
    private static final KeptCookie COOKIE = new KeptCookie("heed-language", Duration.ofDays(365), SameSite.LAX);
    private static final int LONGEST_HEADER = 200;

    private AskedLanguage() {}

    /** Returns the language of the answer, and says to who keeps answers what it hangs on. */
    public static Spoken of(Context ctx) {
        Optional<Language> asked = Optional.ofNullable(ctx.queryParam(NAME)).flatMap(Language::of);
        asked.filter(language -> !SessionViewers.isByItself(ctx))
                .ifPresent(language -> COOKIE.keep(ctx, language.code()));
        Language language = asked.or(
                        () -> Optional.ofNullable(ctx.cookie(COOKIE.name())).flatMap(Language::of))
                .orElseGet(() -> preferred(Objects.toString(ctx.header("Accept-Language"), "")));
        ctx.res().addHeader("Vary", "Cookie, Accept-Language");
        ctx.header("Content-Language", language.tag());
        return new Spoken(language, other(ctx, language.other()));
    }

    /**
     * What was sent is not at its address, and of what there is not, or is for others, the answer repeats nothing: from
     * there it goes on with the first page.
     */
    private static String other(Context ctx, Language other) {
        String choice = NAME + "=" + other.code();
        if (!ctx.method().equals(HandlerType.GET)
                || ctx.statusCode() != HttpStatus.OK.getCode()
                || !OwnPath.is(ctx.path())) {
            return "/?" + choice;
        }
        String query = Objects.toString(ctx.queryString(), "");
        return Stream.concat(
                        Arrays.stream(query.split("&", -1))
                                .filter(each -> !each.isEmpty() && !each.startsWith(NAME + "=")),
                        Stream.of(choice))
                .collect(Collectors.joining("&", ctx.path() + "?", ""));
    }

    /** Returns what a browser would rather have. */
    static Language preferred(String header) {
        if (header.isEmpty() || header.length() > LONGEST_HEADER) {
            return Language.ENGLISH;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            return ranges.stream()
                    .flatMap(range -> Language.of(range.getRange().split("-", 2)[0]).stream())
                    .findFirst()
                    .orElse(Language.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Language.ENGLISH;
        }
    }
}
