/**
 * What a program computed, read from its gradient: of each layer, from the output down, the delta that it was made with, its two
 * factors, its reduction and scale, and what was passed to the layer below. Each step of backpropagation has its right form and
 * the forms that people give it: the output's delta ({@code OutputForms}, with {@code ErrorForms} and {@code BatchSoftmax}), the
 * delta of a layer ({@code DeltaForms}, with {@code DerivativeFactors} and {@code FunctionFactors}), the weights' gradient
 * ({@code WeightForms}, with {@code InputForms}), the bias's ({@code BiasForms}), what goes down ({@code DownForms}), constants
 * ({@code Scales}). {@code SceneReading} reads one scene; where nothing fits, others are tried, with another forward pass, other targets
 * or fewer samples ({@code OtherScene}). A mistake is a {@code Cause}: the step, the
 * place, what is computed there, and what is right; {@code OutputCauses}, {@code DeltaCauses} and {@code BlockCauses} put it into
 * words. Sees the network and its definitions; not the catalogue of single mistakes, which sees it.
 */
package handgrad.judge.reading;
