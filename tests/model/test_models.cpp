// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/test_models.h"

namespace supernode::test {
namespace {

Count count(int n) { return {n, {double(n), "of them", Grade::Paper, "", "", ""}}; }

ModelSpec shape(int layers, int hidden, int heads, int vocabulary, int tables, int matrices) {
    ModelSpec m;
    m.layers = count(layers);
    m.hidden = count(hidden);
    m.heads = count(heads);
    m.vocabulary = count(vocabulary);
    m.embeddingTables = count(tables);
    m.ffnMatrices = count(matrices);
    m.predictionDepth = count(0);
    m.publishedParameters = count(1);
    return m;
}

} // namespace

ModelSpec deepSeek() {
    ModelSpec m = shape(61, 7168, 128, 129280, 2, 3);
    m.latent = LatentAttention{count(512), count(1536), count(64), count(128), count(128)};
    m.dense = DenseFfn{count(3), count(18432)};
    m.experts = ExpertFfn{count(256), count(1), count(8), count(2048), count(8), count(4)};
    m.predictionDepth = count(1);
    return m;
}

ModelSpec llama(int billions) {
    const bool large = billions == 405;
    ModelSpec m = shape(large ? 126 : 80, large ? 16384 : 8192, large ? 128 : 64, 128256, 2, 3);
    m.grouped = GroupedAttention{count(8), count(128)};
    m.dense = DenseFfn{m.layers, count(large ? 53248 : 28672)};
    return m;
}

ModelSpec qwen() {
    ModelSpec m = shape(94, 4096, 64, 151936, 2, 3);
    m.grouped = GroupedAttention{count(4), count(128)};
    m.experts = ExpertFfn{count(128), count(0), count(8), count(1536), count(1), count(1)};
    return m;
}

ModelSpec gpt3() {
    ModelSpec m = shape(96, 12288, 96, 50257, 1, 2);
    m.grouped = GroupedAttention{count(96), count(128)};
    m.dense = DenseFfn{m.layers, count(49152)};
    return m;
}

ModelSpec tinyExperts() {
    ModelSpec m = shape(2, 4, 2, 10, 2, 3);
    m.grouped = GroupedAttention{count(1), count(2)};
    m.dense = DenseFfn{count(1), count(8)};
    m.experts = ExpertFfn{count(4), count(1), count(2), count(3), count(1), count(1)};
    return m;
}

} // namespace supernode::test
