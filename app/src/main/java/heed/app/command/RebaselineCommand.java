package heed.app.command;

import heed.app.access.NotedAct;
import heed.app.rebaseline.AwaitedActionWriter;
import heed.app.rebaseline.OpenChange;
import heed.app.rebaseline.Watchable;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.AuditKind;
import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.key.SeriesKey;
import heed.schemas.topic.Topics;
import heed.topology.detect.WatchRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the level since a drop or rise the usual one, as an act that is kept for ever. */
@Command(
        name = "rebaseline",
        mixinStandardHelpOptions = true,
        description = "Makes the level of a measure since its open drop or rise the usual one, by a person's decision.",
        footer = {
            "",
            "Examples:",
            "  heed rebaseline H1 fft-2020.positive --why \"The new ward is open.\"",
            "  heed rebaseline H1 fft-2020.positive --unit W2 --who \"Sister Evans\" --why \"Agreed on 3 June.\"",
            "  heed rebaseline H1 fft-2020.positive --restart --why \"The question was put in other words.\"",
            "",
            "Who, when and why are kept for ever. It can't be undone, but done again."
        })
final class RebaselineCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(index = "0", paramLabel = "HOSPITAL", description = "The hospital's code.")
    private String hospital;

    @Parameters(index = "1", paramLabel = "MEASURE", description = "The measure, such as fft-2020.positive.")
    private String measure;

    @Option(names = "--unit", paramLabel = "CODE", description = "A unit of the hospital instead of the whole.")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; never a patient's words.")
    private String why;

    @Option(names = "--who", paramLabel = "NAME", description = "Who decides; default: the user of this computer.")
    private String who = System.getProperty("user.name");

    @Option(names = "--restart", description = "Learn from nothing, where no drop and no rise is open.")
    private boolean restart;

    RebaselineCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        requireText("--why", why);
        requireText("--who", who);
        SeriesKey key = key(settings);
        TargetServers target = TargetServers.of(settings, context);
        Optional<OpenChange> open = OpenChange.at(key, drops(target), rises(target));
        if (open.isEmpty() && !restart) {
            throw new IllegalStateException("no drop and no rise is open in " + key.measure() + " at " + key.hospital()
                    + (key.unit() == null ? "" : ", unit " + key.unit())
                    + ". To forget what is usual there and learn it from nothing, which takes "
                    + WatchRule.LEAST_LEARNED_DAYS + " days at least, say --restart.");
        }
        if (open.isPresent() && restart) {
            throw new IllegalStateException("--restart is for where nothing is open, but: "
                    + open.get().sentence() + " Leave --restart out to make that level the usual one.");
        }
        Instant now = context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        String id = UUID.randomUUID().toString();
        try (var acts = new AwaitedActionWriter(target.client(), target.serdes())) {
            Action act = Action.newBuilder()
                    .setActionId(id)
                    .setKind(ActionKind.REBASELINED)
                    .setHospital(key.hospital())
                    .setUnit(key.unit())
                    .setMeasure(key.measure())
                    .setDropId(open.map(OpenChange::id).orElse(null))
                    .setWho(who.strip())
                    .setAt(now)
                    .setText(why.strip())
                    .build();
            new NotedAct(target.audit(context), AuditKind.REBASELINED, key.measure(), key.hospital())
                    .run(() -> acts.write(act));
        }
        lines(open, id, now).forEach(context.out()::println);
        return 0;
    }

    private void requireText(String option, String text) {
        if (text.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), option + ": must say something, it is kept as the record of the act");
        }
    }

    private SeriesKey key(Settings settings) {
        try {
            return new Watchable(
                            ConfiguredHospitals.read(settings.hospitals()),
                            ConfiguredQuestionnaires.read(settings.questionnaires()))
                    .key(hospital, unit.orElse(null), measure);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static List<Drop> drops(TargetServers target) {
        return target.values(Topics.DROPS).newestBy(Drop::getDropId);
    }

    private static List<Rise> rises(TargetServers target) {
        return target.values(Topics.RISES).newestBy(Rise::getRiseId);
    }

    private static List<String> lines(Optional<OpenChange> open, String id, Instant now) {
        String effect =
                "It takes effect with the hospital's first response that arrives after " + now.plusSeconds(60) + ".";
        return open.map(change -> List.of(
                        change.sentence(),
                        "That level becomes the usual one, from the whole days since then; where the drop has eased or "
                                + "was found in learning, from nothing. Where those are fewer than "
                                + WatchRule.LEAST_LEARNED_DAYS + ", or have fewer than "
                                + WatchRule.LEAST_LEARNED_ANSWERS
                                + " answers, it is learned further and not watched until then.",
                        effect,
                        "Written as act " + id + "."))
                .orElseGet(() -> List.of(
                        "What is usual is forgotten and learned from nothing: not watched until "
                                + WatchRule.LEAST_LEARNED_DAYS + " days and " + WatchRule.LEAST_LEARNED_ANSWERS
                                + " answers are in.",
                        "Where there has been no response yet, the act is refused: `heed tail rejected` shows it.",
                        effect,
                        "Written as act " + id + "."));
    }
}
