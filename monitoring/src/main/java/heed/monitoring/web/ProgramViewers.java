package heed.monitoring.web;

import heed.monitoring.access.SignedIn;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.Drop;
import heed.schemas.ProgramKey;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.program.Programs;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Answers a program by the key that it shows, and whoever shows none as others say. A key opens the addresses of its
 * purpose alone, and there what the role for which it stands may see of its hospitals; elsewhere there is nothing for
 * it. One that is not good is nobody's, whoever else the request would be of.
 */
public final class ProgramViewers implements Viewers {

    /** Below which programs read figures. */
    public static final String API = "/api/v1";

    private static final String HEADER = "Authorization";

    private final Programs programs;
    private final Viewers others;

    /** Takes what knows programs, and who answers for everybody else. */
    public ProgramViewers(Programs programs, Viewers others) {
        this.programs = programs;
        this.others = others;
    }

    @Override
    public Viewer of(Context request) {
        return isProgram(request)
                ? key(request).map(key -> viewer(key, request.path())).orElseGet(Viewer::nobody)
                : others.of(request);
    }

    private static Viewer viewer(ProgramKey key, String path) {
        return switch (key.getPurpose()) {
            case READ -> isOfFigures(path) ? Viewer.of(new Rights(Role.ANALYST, scope(key))) : WITHOUT_RIGHTS;
            case METRICS ->
                path.equals(Scrape.PATH) ? Viewer.of(Rights.of(Role.ENGINEER, Scope.EVERYWHERE)) : WITHOUT_RIGHTS;
            case INTAKE, UNSTATED -> WITHOUT_RIGHTS;
        };
    }

    private static boolean isOfFigures(String path) {
        return path.startsWith(API + "/") || path.equals(EventStreams.PATH);
    }

    private static Scope scope(ProgramKey key) {
        return key.getHospitals().isEmpty()
                ? Scope.EVERYWHERE
                : Scope.of(key.getHospitals().toArray(String[]::new));
    }

    @Override
    public Duration pause(Context request) {
        return key(request).map(programs::take).orElse(Duration.ZERO);
    }

    @Override
    public Optional<SignedIn> person(Context request) {
        return isProgram(request) ? Optional.empty() : others.person(request);
    }

    @Override
    public Optional<String> who(Context request) {
        return isProgram(request)
                ? key(request).map(key -> key.getBeginning() + "... " + key.getName())
                : others.who(request);
    }

    @Override
    public void used(Context request) {
        if (!isProgram(request)) {
            others.used(request);
        }
    }

    @Override
    public Optional<List<String>> whoSee(Drop drop) {
        return others.whoSee(drop);
    }

    private static boolean isProgram(Context request) {
        return Programs.isShown(request.header(HEADER));
    }

    private Optional<ProgramKey> key(Context request) {
        return programs.of(request.header(HEADER));
    }
}
