package heed.monitoring.web;

/** Tells addresses of this server from those that lead elsewhere. */
public final class OwnPath {

    private OwnPath() {}

    /** Tells whether a link or redirect to {@code asked} stays here: a browser reads two slashes as another server. */
    public static boolean is(String asked) {
        return asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(each -> each > ' ' && each < 127 && each != '\\');
    }
}
