package handgrad.cli;

import handgrad.report.Summary;
import handgrad.verify.GradientCheck;
import handgrad.workbench.Experiment;
import handgrad.workbench.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handgrad verify}. */
@Command(
        name = "verify",
        description = "Verifies the gradients of experiments at their starting points, without training. "
                + "Without names: of all.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ModelOptions model;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        boolean success = true;
        for (Experiment experiment : model.experiments()) {
            var check = new Workbench(experiment, model.settings(experiment), model.engines()).verify();
            out.printf("%s: %s%n", experiment.name(), sentence(check));
            out.println(Summary.gradients(check).plain().indent(2));
            out.flush();
            success &= check.passes();
        }
        return success ? ExitCode.OK : Handgrad.FAILED;
    }

    private static String sentence(GradientCheck check) {
        return "%s, %,d parameters on %d samples"
                .formatted(check.passes() ? "pass" : "FAIL", check.parameters(), check.samples());
    }
}
