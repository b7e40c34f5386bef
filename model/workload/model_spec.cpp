// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/model_spec.h"

#include <string_view>

namespace supernode {
namespace {

constexpr int mostOfAnything = 10'000'000;

class ShapeChecker {
public:
    void operator()(std::string_view path, const Count& count) {
        const bool mayBeZero = path == "shape.prediction_depth" || path == "experts.shared";
        if (count.value < (mayBeZero ? 0 : 1))
            refuse(path, std::to_string(count.value) + " is not possible",
                   mayBeZero ? "give zero or a positive number" : "give a positive number");
        else if (count.value > mostOfAnything)
            refuse(path, std::to_string(count.value) + " is more than this model of models can hold",
                   "stay at or below 10,000,000");
    }
    void operator()(std::string_view path, const std::optional<Count>& count) {
        if (count)
            (*this)(path, *count);
    }
    void refuse(std::string_view path, std::string reason, std::string remedy) {
        m_issues.push_back({std::string(path), std::move(reason), std::move(remedy)});
    }
    void refuseUnless(bool fine, std::string_view path, const char* reason, const char* remedy) {
        if (!fine)
            refuse(path, reason, remedy);
    }
    std::vector<Issue> take() { return std::move(m_issues); }
    bool clean() const { return m_issues.empty(); }

private:
    std::vector<Issue> m_issues;
};

void checkShape(const ModelSpec& m, ShapeChecker& out) {
    out.refuseUnless(m.grouped.has_value() != m.latent.has_value(), "grouped_attention",
                     "a model has one kind of attention",
                     "give either grouped_attention or latent_attention");
    out.refuseUnless(!m.grouped || m.heads.value % m.grouped->kvHeads.value == 0,
                     "grouped_attention.kv_heads", "the query heads cannot be shared out evenly",
                     "give a divisor of shape.heads");
    out.refuseUnless(m.embeddingTables.value <= 2, "shape.embedding_tables",
                     "there is one table for the input and at most one for the head", "give 1 or 2");
    out.refuseUnless(m.ffnMatrices.value == 2 || m.ffnMatrices.value == 3, "shape.ffn_matrices",
                     "only plain and gated feed-forward parts are known", "give 2 or 3");
    out.refuseUnless(m.expertLayers() >= 0, "dense_ffn.layers", "more dense layers than layers",
                     "give at most shape.layers");
    out.refuseUnless(m.experts.has_value() == (m.expertLayers() > 0),
                     m.experts ? "experts" : "dense_ffn.layers",
                     m.experts ? "every layer is dense" : "some layers are neither dense nor hold experts",
                     m.experts ? "leave experts out, or give fewer dense layers"
                               : "give dense_ffn.layers equal to shape.layers, or add experts");
}

void checkExperts(const ExpertFfn& e, ShapeChecker& out) {
    out.refuseUnless(e.perToken.value <= e.routed.value, "experts.per_token",
                     "a token cannot use more experts than there are", "give at most experts.routed");
    out.refuseUnless(e.routed.value % e.groups.value == 0, "experts.groups",
                     "the experts cannot be grouped evenly", "give a divisor of experts.routed");
    out.refuseUnless(e.groupsPerToken.value <= e.groups.value, "experts.groups_per_token",
                     "a token cannot use more groups than there are", "give at most experts.groups");
    out.refuseUnless(e.groupsPerToken.value * (e.routed.value / e.groups.value) >= e.perToken.value,
                     "experts.groups_per_token", "these groups hold fewer experts than a token uses",
                     "give more groups per token");
}

double of(const Count& count) { return count.value; }

// One layer without its feed-forward part: attention and two norms.
double layerBase(const ModelSpec& m) { return attentionParameters(m) + 2 * of(m.hidden); }

double expertLayerFfn(const ModelSpec& m, double routed) {
    return m.experts ? routerParameters(m) + (routed + of(m.experts->shared)) * expertParameters(m) : 0;
}

double layersWith(const ModelSpec& m, double routed) {
    return of(m.layers) * layerBase(m) + m.denseLayers() * denseFfnParameters(m) +
           m.expertLayers() * expertLayerFfn(m, routed) + of(m.hidden); // the norm before the head
}

} // namespace

std::vector<Issue> check(const ModelSpec& model) {
    ShapeChecker checker;
    visitModelFacts(model, checker);
    if (checker.clean())
        checkShape(model, checker);
    if (checker.clean() && model.experts)
        checkExperts(*model.experts, checker);
    return checker.take();
}

double attentionParameters(const ModelSpec& m) {
    if (m.grouped) {
        const double queries = of(m.heads) * of(m.grouped->headSize);
        const double keys = of(m.grouped->kvHeads) * of(m.grouped->headSize);
        return of(m.hidden) * (2 * queries + 2 * keys); // queries and output, keys and values
    }
    const LatentAttention& a = *m.latent;
    const double down = of(m.hidden) * (of(a.queryRank) + of(a.keyValueRank) + of(a.ropeSize));
    const double queries = of(a.queryRank) * of(m.heads) * (of(a.nopeSize) + of(a.ropeSize));
    const double keysAndValues = of(a.keyValueRank) * of(m.heads) * (of(a.nopeSize) + of(a.valueSize));
    const double output = of(m.heads) * of(a.valueSize) * of(m.hidden);
    return down + queries + keysAndValues + output;
}

double denseFfnParameters(const ModelSpec& m) {
    return m.dense ? of(m.ffnMatrices) * of(m.hidden) * of(m.dense->inner) : 0;
}

double expertParameters(const ModelSpec& m) {
    return m.experts ? of(m.ffnMatrices) * of(m.hidden) * of(m.experts->inner) : 0;
}

double routerParameters(const ModelSpec& m) { return m.experts ? of(m.hidden) * of(m.experts->routed) : 0; }

double embeddingParameters(const ModelSpec& m) { return of(m.vocabulary) * of(m.hidden); }

double parameters(const ModelSpec& m) {
    return layersWith(m, m.experts ? of(m.experts->routed) : 0) +
           of(m.embeddingTables) * embeddingParameters(m);
}

double predictionParameters(const ModelSpec& m) {
    const double join = 2 * of(m.hidden) * of(m.hidden); // last hidden vector and next token's embedding
    const double norms = 3 * of(m.hidden);               // of both, and before the head
    const double ffn = m.experts ? expertLayerFfn(m, of(m.experts->routed)) : denseFfnParameters(m);
    return of(m.predictionDepth) * (join + norms + layerBase(m) + ffn);
}

double activeParameters(const ModelSpec& m) {
    return layersWith(m, m.experts ? of(m.experts->perToken) : 0) + embeddingParameters(m);
}

double cachedNumbersPerLayer(const ModelSpec& m) {
    return m.latent ? of(m.latent->keyValueRank) + of(m.latent->ropeSize)
                    : 2 * of(m.grouped->kvHeads) * of(m.grouped->headSize);
}

Bytes cacheBytesPerToken(const ModelSpec& m, double bytesPerNumber) {
    return bytes(of(m.layers) * cachedNumbersPerLayer(m) * bytesPerNumber);
}

} // namespace supernode
