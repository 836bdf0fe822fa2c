// Backpropagation by hand: g++ -O2 -o NAME NAME.cpp && ./handgrad verify --program ./NAME
#include <bits/stdc++.h>
using namespace std;
struct Layer { vector<vector<double>> W, dW; vector<double> b, db; };  // W[j][k] leads from input j to neuron k
void gradient(vector<Layer>& layers, const vector<double>& x, const vector<double>& t, double n) {
  vector<vector<double>> a{x};  // of one sample: a[l + 1] is the output of layers[l], and y is a.back()
  for (const Layer& layer : layers) {
    vector<double> z = layer.b;
    for (size_t k = 0; k < z.size(); z[k] = 1 / (1 + exp(-z[k])), k++)
      for (size_t j = 0; j < layer.W.size(); j++) z[k] += a.back()[j] * layer.W[j][k];
    a.push_back(z);
  }
  // TODO: add this sample's part of the gradient of L = 1/n sum of 1/2 (y[k] - t[k])^2, from the last layer down:
  // dW[j][k] += a[l][j] * delta[k], db[k] += delta[k], where delta[k] is (y[k] - t[k]) / n * y[k] * (1 - y[k])
  // in the last layer; delta[j] of the layer below is sum_k W[j][k] * delta[k], times a[l][j] * (1 - a[l][j])
}
template <class T> istream& operator>>(istream& in, vector<T>& list) {
  for (char c; in >> c && c != ']';) in >> list.emplace_back();
  return in;
}
template <class T> ostream& operator<<(ostream& out, const vector<T>& list) {
  for (size_t i = 0; i < list.size(); i++) out << (i ? "," : "[") << list[i];
  return out << "]";
}
ostream& operator<<(ostream& o, const Layer& l) { return o << "{\"weights\":" << l.dW << ",\"bias\":" << l.db << "}"; }
int main() {
  for (string line, word; getline(cin, line); cout << "}" << endl) {
    cout << setprecision(17) << line.substr(0, line.find(','));  // {"id":2
    vector<vector<double>> x, t; vector<Layer> layers;
    for (istringstream in(line); getline(in, word, '"');) {
      if (word == "start" || word == "define") cout << R"(,"success":true,"tool":"NAME","config":{"takes":"network",)"
          R"("activations":["sigmoid"],"losses":["half-squared-error"],"reductions":["mean"]})";
      if (word == "weights") getline(in.ignore() >> layers.emplace_back().W, word, ':') >> layers.back().b;
      if (word == "x" || word == "y") in.ignore() >> (word == "x" ? x : t);
    }
    for (Layer& l : layers) l.dW.assign(l.W.size(), l.db = vector<double>(l.b.size()));
    for (size_t i = 0; i < x.size(); i++) gradient(layers, x[i], t[i], x.size());  // call a function of yours here
    if (line.find("\"gradient\"") < line.size()) cout << R"(,"success":true,"output":{"gradients":)" << layers << "}";
  }
}
