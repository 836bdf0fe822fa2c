package handgrad.lab.result;

/**
 * An engine that took part in a run.
 *
 * @param madeOf in a few words
 * @param loss how it computes the loss
 */
public record Participant(String name, String madeOf, String loss) {}
