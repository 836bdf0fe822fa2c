// Backpropagation by hand: ./handgrad verify --program "node NAME.js" says how right it is.
function forward(layers, x) {
  const a = [x]; // a[l + 1] is the output of layer l, whose weights are [nIn][nOut]
  layers.forEach(({ weights, bias }, l) => a.push(bias.map((b, k) =>
    1 / (1 + Math.exp(-a[l].reduce((z, aj, j) => z + aj * weights[j][k], b))))));
  return a;
}

/** The gradients of L = sum_k (y[k] - t[k])^2 / 2, mean over the n samples. */
function gradient(layers, inputs, targets) {
  const gradients = layers.map(({ weights, bias }) =>
    ({ weights: weights.map(row => row.map(() => 0)), bias: bias.map(() => 0) }));
  inputs.forEach((x, sample) => {
    const n = inputs.length, a = forward(layers, x), y = a.at(-1), t = targets[sample];
    // TODO: from the last layer down to layer 0, where delta[k] is dL/dz[k] of the layer:
    // - delta[k] of the last layer: (y[k] - t[k]) / n, times the slope of the sigmoid, y[k] * (1 - y[k])
    // - add a[l][j] * delta[k] to gradients[l].weights[j][k], and delta[k] to gradients[l].bias[k]
    // - delta[j] of the layer below: sum_k weights[j][k] * delta[k], times the slope a[l][j] * (1 - a[l][j])
  });
  return gradients;
}

function evaluate(asked, { layers, x, y, learningRate }) {
  const gradients = gradient(layers, x, y); // To check a function that you have already, call it in this line.
  const down = (p, g) => (Array.isArray(p) ? p.map((pi, i) => down(pi, g[i])) : p - learningRate * g);
  const after = ({ weights: w, bias: b }, g) => ({ weights: down(w, g.weights), bias: down(b, g.bias) });
  if (asked === "step") return { layers: layers.map((layer, l) => after(layer, gradients[l])) };
  const outputs = x.map(sample => forward(layers, sample).at(-1));
  const loss = outputs.flat().reduce((sum, yk, i) => sum + (yk - y.flat()[i]) ** 2, 0) / (2 * x.length);
  return asked === "loss" ? loss : { loss, outputs, gradients };
}

const can = { takes: "network", activations: ["sigmoid"], losses: ["half-squared-error"], reductions: ["mean"] };
require("readline").createInterface({ input: process.stdin }).on("line", line => {
  const { id, kind, function: asked, input } = JSON.parse(line);
  const answer = { start: { tool: "NAME.js", config: { ...can, step: true } }, define: { success: true } }[kind];
  const output = kind === "evaluate" ? { success: true, output: evaluate(asked, input) } : {};
  const named = (_, value) => (typeof value === "number" && !isFinite(value) ? String(value) : value);
  console.log(JSON.stringify({ id, ...answer, ...output }, named));
});
