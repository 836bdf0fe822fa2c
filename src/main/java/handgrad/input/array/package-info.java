/**
 * Arrays of numbers in files: {@code .npz} of NumPy and {@code .safetensors}, read and written by their published formats, small and
 * strict. {@link handgrad.input.array.ArrayFile} is the door. Sees complaints alone.
 */
package handgrad.input.array;
