/** The gradient of any function: arrays by name, and the formats of their numbers. Sees plain Java alone. */
package handgrad.judge.function;
