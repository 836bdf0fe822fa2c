import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;

public final class Zeros implements HandGradient {
    @Override
    public Parameters gradient(Network network, Parameters parameters, Batch batch) {
        return Parameters.zeros(network, parameters.dataType());
    }
}
