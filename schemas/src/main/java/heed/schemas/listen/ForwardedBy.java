package heed.schemas.listen;

/**
 * The header by which proxies say whom they ask for. One alone is believed: a proxy that writes one of them hands on
 * the other as its client sent it.
 */
public enum ForwardedBy {
    /** {@code X-Forwarded-For}, {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}, as most proxies write. */
    X_FORWARDED("x-forwarded"),
    /** {@code Forwarded}, RFC 7239. */
    FORWARDED("forwarded");

    private final String code;

    ForwardedBy(String code) {
        this.code = code;
    }

    /** Returns how settings name it. */
    public String code() {
        return code;
    }
}
