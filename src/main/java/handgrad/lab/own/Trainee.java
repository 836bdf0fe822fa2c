package handgrad.lab.own;

import handgrad.input.program.Ability;
import handgrad.input.program.Program;
import handgrad.input.userclass.HandGradient;
import handgrad.input.userclass.UserClass;
import handgrad.input.userclass.UserRun;
import handgrad.network.Precision;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Somebody's gradient that takes part in training.
 *
 * @param name of the file or program, for sentences
 * @param steps whether it makes whole training steps of its own
 * @param pure whether it keeps nothing between calls and answers at once: it may be asked besides the steps too
 * @param precision in which it computes
 */
public record Trainee(String name, boolean steps, boolean pure, Precision precision, Respondent respondent) {
    /** A gradient within this program, which keeps nothing between calls. */
    public static Trainee of(HandGradient gradient) {
        var file = Path.of(gradient.getClass().getSimpleName() + ".java");
        Trainee made = of(() -> new UserClass(file, gradient), UserRun.LIMIT);
        return new Trainee(made.name, made.steps, true, made.precision, made.respondent);
    }

    /**
     * A class from a source file.
     *
     * @param source compiles it, so that each has static fields of its own
     * @param limit for each answer
     */
    public static Trainee of(ClassRespondent.Source source, Duration limit) {
        var respondent = new ClassRespondent(source, limit);
        UserClass made = respondent.made();
        return new Trainee(
                String.valueOf(made.file().getFileName()), made.steps(), false, Precision.DOUBLE, respondent);
    }

    /** A running program. */
    public static Trainee of(ProgramRespondent respondent) {
        Program program = respondent.running();
        Ability can = program.ability();
        if (can instanceof Ability.Networks networks) {
            return new Trainee(program.tool(), networks.step(), false, networks.precision(), respondent);
        }
        return can instanceof Ability.Fixed fixed
                ? new Trainee(program.tool(), fixed.step(), false, fixed.precision(), respondent)
                : new Trainee(program.tool(), false, false, Precision.DOUBLE, respondent);
    }

    /**
     * The same, of which nothing has been asked yet.
     *
     * @param making whether its steps are made, if it has any
     */
    public Trainee again(boolean making) {
        return new Trainee(name, making, pure, precision, respondent.again());
    }
}
