package handgrad.judge.diagnosis;

import java.util.List;
import java.util.Optional;

/** The faults that a program makes, asked for by place: in loops, since it is asked at every step of thousands of programs. */
record Faults(List<Fault> list) {
    Faults {
        list = List.copyOf(list);
    }

    Optional<Fault> find(Mistake mistake, int layer) {
        for (Fault fault : list) {
            if (fault.is(mistake, layer)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    boolean has(Mistake mistake, int layer) {
        return find(mistake, layer).isPresent();
    }

    boolean has(Mistake mistake, int layer, int form) {
        for (Fault fault : list) {
            if (fault.is(mistake, layer) && fault.form() == form) {
                return true;
            }
        }
        return false;
    }
}
