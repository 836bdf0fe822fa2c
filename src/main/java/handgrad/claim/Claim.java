package handgrad.claim;

import handgrad.network.Parameters;
import java.util.OptionalDouble;

/** A gradient that somebody claims, and the loss if they gave it. */
public record Claim(OptionalDouble loss, Parameters gradient) {}
