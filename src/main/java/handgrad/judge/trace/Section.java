package handgrad.judge.trace;

import java.util.List;

/**
 * What belongs together: a layer forward, the loss, a layer backward.
 *
 * @param notes the rules that its lines follow, and why
 */
public record Section(Pass pass, String title, List<String> notes, List<Line> lines) {
    /** On which way it is met. */
    public enum Pass {
        FORWARD,
        LOSS,
        BACKWARD
    }

    public Section {
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
    }
}
