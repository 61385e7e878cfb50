package heed.monitoring.access.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the provider.
 *
 * @param issuer as it writes itself, and where it is found
 * @param clientId as the provider knows Heed
 * @param secret by which the provider tells Heed from others
 * @param scopes what it is asked to say of people, beside who they are
 * @param algorithms by which it may sign; none is none of them
 * @param skew how far its clock may be from this one
 * @param page where browsers reach the page, and the provider sends them back to
 * @param mapping what its words mean here
 */
public record ProviderSettings(
        URI issuer,
        String clientId,
        ClientSecret secret,
        List<String> scopes,
        List<String> algorithms,
        Duration skew,
        URI page,
        ClaimMapping mapping) {

    public ProviderSettings {
        scopes = List.copyOf(scopes);
        algorithms = List.copyOf(algorithms);
        requireTls(issuer, "provider.issuer");
        requireTls(page, "page.public-url");
    }

    /** What passes by on a network in the clear is anybody's: a code and a secret as well. */
    private static void requireTls(URI url, String name) {
        if (!isSafe(url)) {
            throw new IllegalArgumentException(
                    name + " must begin with https://, but for an address of this machine's own, was " + url);
        }
    }

    /** Tells whether nobody reads along on the way there. */
    static boolean isSafe(URI url) {
        String host = url.getHost();
        return "https".equals(url.getScheme())
                || ("http".equals(url.getScheme())
                        && host != null
                        && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}")));
    }

    /** Returns an address of the page. */
    URI at(String path) {
        return URI.create(page.toString().replaceAll("/+$", "") + path);
    }

    /** Something that nobody is to read, nor is any log. */
    public record ClientSecret(String value) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
