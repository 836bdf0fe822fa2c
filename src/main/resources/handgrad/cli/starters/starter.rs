// Backpropagation by hand: rustc -O NAME.rs && ./handgrad verify --program ./NAME
#![allow(unused)] // until the backward pass is there
struct Layer { w: Vec<Vec<f64>>, b: Vec<f64>, dw: Vec<Vec<f64>>, db: Vec<f64> } // w[j][k]: input j to neuron k
fn gradient(layers: &mut [Layer], x: &[f64], t: &[f64], n: f64) {
    let mut a = vec![x.to_vec()]; // of one sample: a[l + 1] is the output of layers[l], and y is a[layers.len()]
    for (l, layer) in layers.iter().enumerate() {
        let z = |k: usize| layer.b[k] + a[l].iter().zip(&layer.w).map(|(aj, wj)| aj * wj[k]).sum::<f64>();
        let output = (0..layer.b.len()).map(|k| 1.0 / (1.0 + (-z(k)).exp())).collect();
        a.push(output);
    }
    // TODO: add this sample's part of the gradient of L = 1/n sum of 1/2 (y[k] - t[k])^2, last layer first:
    // dw[j][k] += a[l][j] * delta[k], db[k] += delta[k], where delta[k] is (y[k] - t[k]) / n * y[k] * (1 - y[k])
    // in the last layer; delta[j] of the layer below is sum_k w[j][k] * delta[k], times a[l][j] * (1 - a[l][j])
}
fn read(text: &str, key: &str) -> Vec<Vec<f64>> { // the array behind a key; a list is a single row
    let text = text.split(key).nth(1).unwrap();
    let array = text.split(if text.starts_with("[[") { "]]" } else { "]" }).next().unwrap().replace('[', "");
    array.split("],").map(|row| row.split(',').map(|number| number.parse().unwrap()).collect()).collect()
}
fn layer(text: &str) -> Layer {
    let (w, b) = (read(text, "s\":"), read(text, "\"bias\":").remove(0));
    Layer { dw: vec![vec![0.0; b.len()]; w.len()], db: vec![0.0; b.len()], w, b }
}
fn main() {
    for line in std::io::stdin().lines().map(|line| line.unwrap()) {
        print!("{}", line.split(',').next().unwrap()); // {"id":2
        if line.contains("\"kind\":\"start\"") || line.contains("\"kind\":\"define\"") {
            print!(r#","success":true,"config":{{"activations":["sigmoid"],"losses":["half-squared-error"]"#);
            print!(r#","reductions":["mean"]}}"#);
        } else if line.contains("\"function\":\"gradient\"") {
            let (x, t) = (read(&line, "\"x\":"), read(&line, "\"y\":"));
            let mut layers: Vec<_> = line.split("\"weight").skip(1).map(layer).collect();
            for i in 0..x.len() { gradient(&mut layers, &x[i], &t[i], x.len() as f64); } // your own function: here
            let json = |l: &Layer| format!("{{\"weights\":{:?},\"bias\":{:?}}}", l.dw, l.db);
            let gradients: Vec<_> = layers.iter().map(json).collect();
            print!(r#","success":true,"output":{{"gradients":[{}]}}"#, gradients.join(","));
        }
        println!("}}");
    }
}
