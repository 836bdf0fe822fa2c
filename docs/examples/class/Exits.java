import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;

public final class Exits implements HandGradient {
    @Override
    public Parameters gradient(Network network, Parameters parameters, Batch batch) {
        System.exit(0);
        return parameters;
    }
}
