// The elementwise recurrence of a bidirectional simple recurrent unit (Lei et al. 2018), forward and backward, over
// sentences laid end to end. Compiled on first use by recurrence.py.
//     f = sigmoid(a + vf*c'), r = sigmoid(b + vr*c'), c = f*c' + (1-f)*z, h = r*c + (1-r)*x
// u holds z, a, b per word and direction: [words][2][3][width]; x, c, h: [words][2][width]; v: [2][2][width].
#include <cmath>
#include <cstring>

namespace {
struct Walk {
  long first, last, step;
};
Walk walk(const long* bounds, long sentence, int direction) {
  const long begin = bounds[sentence], end = bounds[sentence + 1];
  return direction == 0 ? Walk{begin, end, 1} : Walk{end - 1, begin - 1, -1};
}
inline float sigmoid(float x) { return 1.0f / (1.0f + std::exp(-x)); }
}  // namespace

extern "C" void forward(const float* u, const float* x, const float* v, const long* bounds, long sentences, long width,
                        float* c, float* h) {
  for (long s = 0; s < sentences; ++s)
    for (int d = 0; d < 2; ++d) {
      const Walk w = walk(bounds, s, d);
      const float *vf = v + d * 2 * width, *vr = vf + width;
      const float* previous = nullptr;
      for (long t = w.first; t != w.last; t += w.step) {
        const float *z = u + (t * 2 + d) * 3 * width, *a = z + width, *b = a + width, *xt = x + (t * 2 + d) * width;
        float *ct = c + (t * 2 + d) * width, *ht = h + (t * 2 + d) * width;
        for (long i = 0; i < width; ++i) {
          const float cp = previous ? previous[i] : 0.0f;
          const float f = sigmoid(a[i] + vf[i] * cp), r = sigmoid(b[i] + vr[i] * cp);
          const float ci = f * cp + (1 - f) * z[i];
          ct[i] = ci;
          ht[i] = r * ci + (1 - r) * xt[i];
        }
        previous = ct;
      }
    }
}

extern "C" void backward(const float* u, const float* x, const float* v, const float* c, const long* bounds,
                         long sentences, long width, const float* dh, float* du, float* dx, float* dv) {
  float* carry = new float[width];
  for (long s = 0; s < sentences; ++s)
    for (int d = 0; d < 2; ++d) {
      const Walk w = walk(bounds, s, d);
      const float *vf = v + d * 2 * width, *vr = vf + width;
      float *dvf = dv + d * 2 * width, *dvr = dvf + width;
      std::memset(carry, 0, sizeof(float) * width);
      for (long t = w.last - w.step;; t -= w.step) {
        const long at = (t * 2 + d) * width;
        const float *z = u + 3 * at, *a = z + width, *b = a + width;
        float *dz = du + 3 * at, *da = dz + width, *db = da + width;
        const float* previous = t == w.first ? nullptr : c + ((t - w.step) * 2 + d) * width;
        for (long i = 0; i < width; ++i) {
          const float cp = previous ? previous[i] : 0.0f;
          const float f = sigmoid(a[i] + vf[i] * cp), r = sigmoid(b[i] + vr[i] * cp), g = dh[at + i];
          const float dr = g * (c[at + i] - x[at + i]) * r * (1 - r), dc = carry[i] + g * r;
          const float df = dc * (cp - z[i]) * f * (1 - f);
          dx[at + i] = g * (1 - r);
          dz[i] = dc * (1 - f);
          da[i] = df;
          db[i] = dr;
          carry[i] = dc * f + df * vf[i] + dr * vr[i];
          dvf[i] += df * cp;
          dvr[i] += dr * cp;
        }
        if (t == w.first) break;
      }
    }
  delete[] carry;
}
