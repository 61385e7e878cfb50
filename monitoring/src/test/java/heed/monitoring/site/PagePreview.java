package heed.monitoring.site;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import heed.monitoring.SimulatedParts;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.meters.Meters;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.PageSettings;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.figures.FalseShare;
import heed.schemas.listen.Reach;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Serves the page over simulated figures, to be looked at while it is worked on: {@code PagePreview 8089 150} for 150
 * hospitals compared.
 */
final class PagePreview {

    private PagePreview() {}

    public static void main(String[] args) throws InterruptedException {
        Clock clock = Clock.systemUTC();
        ReadModel model = new ReadModel(clock, Simulated.STAFF);
        Simulated.scores(model);
        Simulated.weeks(model);
        Simulated.months(model);
        Simulated.drops(model);
        Simulated.news(model);
        SimulatedLeague.fill(model, args.length < 2 ? 10 : Integer.parseInt(args[1]));
        PipelineStatus.Status running = PipelineStatus.Status.running(clock.instant());
        int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
        var seen = new ViewedModels(model, Viewers.everything());
        Supplier<ReaderStatus> reader = () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, clock.instant(), 0);
        Meters meters = new Meters(Simulated.STAFF);
        ActionDesk desk = new ActionDesk(new ActionsInMemory(model), meters.bindActions(), clock);
        Site site = new Site(
                new PageSettings("127.0.0.1", port, List.of(), Reach.direct(), "", new FalseShare(.10), 200),
                seen,
                new Names(Simulated.directory(), Questionnaires.shipped()),
                new PipelineSources(() -> running, reader, new SimulatedParts(), clock),
                desk,
                meters);
        System.out.println("http://127.0.0.1:" + site.start());
        new CountDownLatch(1).await();
    }
}
