/**
 * What a program computed, read from its gradient: of each layer, from the output down, the delta that it was made with, its two
 * factors, its reduction and scale, and what was passed to the layer below. Each step of backpropagation has its right form and
 * the forms that people give it ({@code OutputForms}, {@code DeltaForms}, {@code WeightForms}, {@code InputForms}, {@code BiasForms}, {@code DownForms}, {@code Scales},
 * {@code Otherwise}); a mistake is a {@code Cause}: the step, the place, what is computed there, and what is right. Sees the
 * network, its definitions, and the formulas of {@code judge.trace}; not the catalogue of single mistakes, which sees it.
 */
package handgrad.judge.reading;
