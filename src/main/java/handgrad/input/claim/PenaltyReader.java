package handgrad.input.claim;

import handgrad.network.Penalty;
import java.util.List;

/** What a case says of a penalty: {@code {"l1": lambda, "l2": lambda, "half": true, "perSample": false, "biases": false}}. */
record PenaltyReader(JsonFields root) {
    Penalty penalty(int n) {
        if (!root.has("penalty")) {
            return Penalty.NONE;
        }
        JsonFields json = root.field("penalty").only(List.of("l1", "l2", "half", "perSample", "biases"));
        if (!json.has("l1") && !json.has("l2")) {
            throw json.wrong("expected 'l1' or 'l2', the lambda of the penalty, found neither");
        }
        double samples = json.has("perSample") && json.field("perSample").flag() ? n : 1;
        double square = json.has("l2") ? json.field("l2").number() : 0;
        if (square != 0 && !json.has("half")) {
            throw json.wrong(
                    "expected a field 'half', found none: true for lambda/2 sum w^2, whose gradient is lambda w, false for lambda sum w^2, whose gradient is 2 lambda w");
        }
        boolean half = json.has("half") && json.field("half").flag();
        double absolute = json.has("l1") ? json.field("l1").number() : 0;
        boolean biases = json.has("biases") && json.field("biases").flag();
        return new Penalty(absolute / samples, square / (half ? 2 : 1) / samples, biases);
    }
}
