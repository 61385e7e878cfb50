package heed.monitoring.access.provider;

import heed.schemas.access.Role;
import heed.schemas.key.PlaceKey;
import heed.schemas.name.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what the provider's words mean here. A claim within a claim is written with a dot between them, where there is
 * none that goes by the whole name. Where nothing says that somebody may do something, they may not.
 *
 * @param roleClaim has the words that stand for roles
 * @param roles the words, and which role each is; of several that somebody has, the first counts
 * @param hospitalsClaim has the codes of hospitals, as a list or with commas between them
 * @param unitsClaim has units in the same way, each as {@code hospital/unit}
 * @param calledClaim has what others read of who did something
 * @param usernameClaim has what the person signs in with, which tells two of one name apart
 */
public record ClaimMapping(
        String roleClaim,
        List<Meaning> roles,
        String hospitalsClaim,
        String unitsClaim,
        String calledClaim,
        String usernameClaim) {

    private static final int LONGEST_CALLED = 60;
    private static final int LONGEST_USERNAME = 36;

    public ClaimMapping {
        roles = List.copyOf(roles);
    }

    /** A word of the provider's, and the role that it stands for. */
    public record Meaning(String word, Role role) {}

    /** What somebody may, and how others read of them. */
    record Granted(Role role, List<String> places, String called) {}

    /** Returns what somebody may of whom the provider says {@code claims}; nothing where that is nothing. */
    Optional<Granted> of(Map<String, Object> claims) {
        List<String> words = texts(claims, roleClaim).toList();
        return roles.stream()
                .filter(each -> words.contains(each.word()))
                .findFirst()
                .map(each -> new Granted(each.role(), places(each.role(), claims), called(claims)))
                .filter(granted -> granted.places().isEmpty() != granted.role().namesPlaces());
    }

    private List<String> places(Role role, Map<String, Object> claims) {
        if (!role.namesPlaces()) {
            return List.of();
        }
        Stream<String> hospitals = texts(claims, hospitalsClaim).map(each -> each + "|");
        Stream<String> units = texts(claims, unitsClaim).map(each -> each.replaceFirst("/", "|"));
        return List.copyOf(new TreeSet<>(
                Stream.concat(hospitals, units).filter(ClaimMapping::isPlace).toList()));
    }

    private static boolean isPlace(String text) {
        try {
            return PlaceKey.parse(text).text().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String called(Map<String, Object> claims) {
        String username = line(claims, usernameClaim, LONGEST_USERNAME);
        String name = line(claims, calledClaim, LONGEST_CALLED);
        if (name.isEmpty() || name.equals(username)) {
            return username;
        }
        return username.isEmpty() ? name : name + " (" + username + ")";
    }

    private static String line(Map<String, Object> claims, String claim, int longest) {
        String plain = value(claims, claim) instanceof String text
                ? text.replaceAll("\\p{Cntrl}|" + PlainText.UNPLAIN, "").strip()
                : "";
        return plain.codePointCount(0, plain.length()) > longest
                ? plain.substring(0, plain.offsetByCodePoints(0, longest))
                : plain;
    }

    private static Stream<String> texts(Map<String, Object> claims, String claim) {
        Object value = value(claims, claim);
        Stream<?> values = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static @Nullable Object value(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, name.substring(dot + 1))
                : null;
    }
}
